import { expect, test } from "vitest";
import { dotsPath, linePath, rectanglesPath, whiskersPath } from "./svg-path";

test("paths in tenths of a pixel", () => {
  const points = [
    { x: 0.04, y: 1.26 },
    { x: 10, y: 20 },
  ];
  expect(linePath(points)).toBe("M0 1.3L10 20");
  expect(dotsPath(points)).toBe("M0 1.3h0M10 20h0");
  expect(rectanglesPath(points, { width: 5, height: 2 })).toBe("M0 1.3h5v2h-5ZM10 20h5v2h-5Z");
  expect(linePath([])).toBe("");
});

test("whiskers with and without caps", () => {
  const whiskers = [{ x: 4, top: 1, bottom: 9 }];
  expect(whiskersPath(whiskers, 0)).toBe("M4 1V9");
  expect(whiskersPath(whiskers, 2)).toBe("M4 1V9M3 1h2M3 9h2");
});
