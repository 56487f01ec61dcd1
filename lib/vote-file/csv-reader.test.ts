import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { createCsvReader } from "./csv-reader";
import { type CsvStyle, inPieces, writeCsv } from "./test-csv";

type Read = { line: number; fields: string[]; problem: string | null };

function readCsv(pieces: readonly Uint8Array[], longest?: number): Read[] {
  const records: Read[] = [];
  const reader = createCsvReader(({ bytes, separators, fields, line, problem }) => {
    const texts = Array.from({ length: fields }, (_, index) =>
      new TextDecoder("utf-8", { ignoreBOM: true }).decode(
        bytes.subarray((separators[index] ?? 0) + 1, separators[index + 1]),
      ),
    );
    records.push({ line, fields: texts, problem });
  }, longest);
  // The reader must not rely on a piece after it was pushed: the next read may overwrite it.
  for (const piece of pieces) {
    const copy = piece.slice();
    reader.push(copy);
    copy.fill(0x22);
  }
  reader.end();
  return records;
}

const readText = (text: string, longest?: number) => readCsv(inPieces(text, []), longest);
const fieldsOf = (records: Read[]) => records.map(({ fields }) => fields);

const field = fc.oneof(
  fc.string({ unit: fc.constantFrom("a", "b", ",", '"', "\n", "\r", " ", "é", "\u{1f600}") }),
  fc.string(),
);
// One column more than needed, so that an empty last row is not an empty file.
const table = fc.array(fc.array(field, { minLength: 1, maxLength: 5 }).map((row) => [...row, "."]));
const style: fc.Arbitrary<CsvStyle> = fc.record({
  lineEnd: fc.constantFrom("\n" as const, "\r\n" as const),
  isQuoted: fc.boolean(),
  endsWithBreak: fc.boolean(),
});

describe("any table written as RFC 4180", () => {
  test("is read back, wherever it is cut, with or without a byte order mark", () => {
    fc.assert(
      fc.property(table, style, fc.boolean(), fc.array(fc.nat()), (rows, how, mark, cuts) => {
        const text = (mark ? "\uFEFF" : "") + (rows.length > 0 ? writeCsv(rows, how) : "");
        expect(fieldsOf(readCsv(inPieces(text, cuts)))).toEqual(rows);
      }),
      { numRuns: 500 },
    );
  });

  test("is read the same one byte at a time", () => {
    fc.assert(
      fc.property(table, style, (rows, how) => {
        const bytes = new TextEncoder().encode(rows.length > 0 ? writeCsv(rows, how) : "");
        const pieces = Array.from(bytes, (byte) => Uint8Array.of(byte));
        expect(fieldsOf(readCsv(pieces))).toEqual(rows);
      }),
    );
  });

  test("tells the line each record begins on", () => {
    const rows = [
      ["a", "."],
      ["two\nlines", "."],
      ["three\r\nmore\n", "."],
      ["z", "."],
    ];
    expect(readText(writeCsv(rows)).map(({ line }) => line)).toEqual([1, 2, 4, 7]);
  });
});

test("any bytes at all give the same records wherever they are cut", () => {
  const noise = fc.string({ unit: fc.constantFrom("a", ",", '"', "\n", "\r"), maxLength: 60 });
  fc.assert(
    fc.property(noise, fc.array(fc.nat(), { maxLength: 8 }), (text, cuts) => {
      expect(readCsv(inPieces(text, cuts))).toEqual(readText(text));
    }),
    { numRuns: 2000 },
  );
});

test("a record may have very many fields and be far longer than a piece", () => {
  const row = Array.from({ length: 5000 }, (_, index) => `field ${index}`);
  const quoted = row.map((text) => `${text}, "quoted"`);
  expect(fieldsOf(readText(writeCsv([row, quoted])))).toEqual([row, quoted]);
});

describe("what is not RFC 4180", () => {
  test("a quote within a field stands for itself", () => {
    expect(fieldsOf(readText('5" wide,b\n'))).toEqual([['5" wide', "b"]]);
    expect(fieldsOf(readText('"x",5" wide\r\n'))).toEqual([["x", '5" wide']]);
  });

  test("text after a closing quote spoils its line only", () => {
    expect(readText('a\n"b"c,"d\ne"\nf\n')).toEqual([
      { line: 1, fields: ["a"], problem: null },
      { line: 2, fields: [], problem: "something follows a closing quote" },
      { line: 3, fields: ['e"'], problem: null },
      { line: 4, fields: ["f"], problem: null },
    ]);
  });

  test("a quote that is never closed spoils its line only", () => {
    expect(readText('a\n"b,c\nd\ne')).toEqual([
      { line: 1, fields: ["a"], problem: null },
      { line: 2, fields: [], problem: "a quote is never closed" },
      { line: 3, fields: ["d"], problem: null },
      { line: 4, fields: ["e"], problem: null },
    ]);
  });

  test.each([
    ["within quotes", `a\n"${"b\n".repeat(9)}`, 1 + 9],
    ["on one line", `a\n${"b".repeat(40)}\nc\n`, 3],
    ["on one line of quotes", `a\n"${"b".repeat(40)}\nc\n`, 3],
  ])("a record that is too long is given up: %s", (_, text, records) => {
    for (const pieces of [inPieces(text, []), inPieces(text, [3, 5, 17, 20, 30])]) {
      const read = readCsv(pieces, 10);
      expect(read).toHaveLength(records);
      expect(read.map(({ line }) => line)).toEqual(read.map((_, index) => index + 1));
      expect(read.at(-1)?.fields).toEqual([text.trimEnd().at(-1)]);
    }
  });
});

test("an empty file has no records, a blank line is one of one empty field", () => {
  expect(readText("")).toEqual([]);
  expect(fieldsOf(readText("\n\r\na"))).toEqual([[""], [""], ["a"]]);
});
