import { expect, test } from "vitest";
import { ERROR_TEXT_LIMIT, toErrorText } from "@/lib/generation/error-text";

test("short text is kept whole", () => {
  expect(toErrorText("  ValueError: no\n")).toBe("ValueError: no");
});

test("long text keeps 70 % of its head and 30 % of its tail", () => {
  const text = toErrorText("h".repeat(5000) + "t".repeat(5000));
  expect(text.length).toBe(ERROR_TEXT_LIMIT);
  const [head = "", tail = ""] = text.split("\n[...]\n");
  expect(head).toMatch(/^h+$/);
  expect(tail).toMatch(/^t+$/);
  expect(head.length / (head.length + tail.length)).toBeCloseTo(0.7, 3);
});

test("what changes from run to run or cannot be stored is replaced", () => {
  expect(toErrorText("<Object at 0x7f00dead>")).toBe("<Object at 0x...>");
  expect(toErrorText("a\u0000b\ud800c")).toBe("a\ufffdb\ufffdc");
});

test("a cut through an emoji leaves no half of it", () => {
  expect(toErrorText("🪑".repeat(4000)).isWellFormed()).toBe(true);
});
