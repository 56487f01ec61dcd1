import { expect, test } from "vitest";
import { progressLine } from "./progress-line";

test("a bar where the size is known", () => {
  expect(progressLine(0, 8e6)).toBe(`${"░".repeat(30)} 0 %  0.0 of 8.0 MB`);
  expect(progressLine(250e6, 1e9)).toBe(`${"█".repeat(8)}${"░".repeat(22)} 25 %  250 of 1000 MB`);
  expect(progressLine(9, 9)).toContain("100 %");
});

test("megabytes of a pipe; a file that grew meanwhile, or was empty, is no reason to break", () => {
  expect(progressLine(12_345_678, null)).toBe("12 MB");
  expect(progressLine(20, 10)).toContain(`${"█".repeat(30)} 100 %`);
  expect(progressLine(0, 0)).toContain("100 %");
});
