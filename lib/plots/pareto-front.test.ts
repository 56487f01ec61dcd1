import fc from "fast-check";
import { expect, test } from "vitest";
import { paretoFront } from "./pareto-front";

test("cheap and good: cheaper, or better than everything cheaper", () => {
  const points = [
    { x: 3, y: 30 },
    { x: 1, y: 10 },
    { x: 2, y: 5 },
    { x: 4, y: 29 },
    { x: 2, y: 20 },
  ];
  expect(paretoFront(points)).toEqual([1, 4, 0]);
  expect(paretoFront([])).toEqual([]);
});

test("equal points stand on it together", () => {
  expect(
    paretoFront([
      { x: 1, y: 1 },
      { x: 1, y: 1 },
      { x: 1, y: 0 },
    ]),
  ).toEqual([0, 1]);
});

test("exactly those that nothing dominates", () => {
  const value = fc.integer({ min: 0, max: 8 });
  fc.assert(
    fc.property(fc.array(fc.record({ x: value, y: value }), { maxLength: 30 }), (points) => {
      const undominated = points.flatMap((point, index) => {
        const isBeaten = points.some(
          ({ x, y }) => x <= point.x && y >= point.y && (x < point.x || y > point.y),
        );
        return isBeaten ? [] : [index];
      });
      expect(paretoFront(points).toSorted((i, j) => i - j)).toEqual(undominated);
    }),
  );
});
