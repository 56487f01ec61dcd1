import fc from "fast-check";
import { expect, test } from "vitest";
import { byteTableOf, createByteTable } from "./byte-table";

const bytesOf = (text: string) => new TextEncoder().encode(text);

test("numbers texts by first appearance, as a map would", () => {
  fc.assert(
    fc.property(fc.array(fc.string({ maxLength: 12, unit: "binary" })), (texts) => {
      const table = createByteTable();
      const numbers = new Map<string, number>();
      for (const text of texts) {
        const bytes = bytesOf(text);
        expect(table.find(bytes, 0, bytes.length)).toBe(numbers.get(text) ?? -1);
        if (!numbers.has(text)) numbers.set(text, numbers.size);
        expect(table.idOf(bytes, 0, bytes.length)).toBe(numbers.get(text));
      }
    }),
  );
});

test("tells apart what differs in length, in a trailing zero, or in one bit", () => {
  const table = createByteTable();
  const texts = [[], [0], [0, 0], [1], [0, 1], [1, 0], [0, 0, 0, 0], [0, 0, 0, 0, 0], [128], [255]];
  texts.forEach((text, index) => {
    expect(table.idOf(Uint8Array.from(text), 0, text.length)).toBe(index);
  });
});

test("holds a hundred thousand alike texts, found within a larger buffer", () => {
  const table = createByteTable();
  const size = 100_000;
  const texts = Array.from({ length: size }, (_, index) => bytesOf(`(voter-${index})`));
  const numbers = texts.map((_, index) => index);
  expect(texts.map((bytes) => table.idOf(bytes, 1, bytes.length - 1))).toEqual(numbers);
  const names = texts.map((bytes) => bytes.slice(1, -1));
  expect(names.map((name) => table.find(name, 0, name.length))).toEqual(numbers);
});

test("something without a text gets a number of its own", () => {
  const table = createByteTable();
  const bytes = bytesOf("a");
  expect([table.addNameless(), table.idOf(bytes, 0, 1), table.addNameless()]).toEqual([0, 1, 2]);
  expect(table.find(bytes, 0, 0)).toBe(-1);
});

test("a table of words numbers them in their order", () => {
  const table = byteTableOf(["tie", "left", "tie (bothbad)"]);
  expect(table.find(bytesOf("tie (bothbad)"), 0, 13)).toBe(2);
  expect(table.find(bytesOf("tie (bothbad)"), 0, 3)).toBe(0);
});
