import fc from "fast-check";
import { expect, test } from "vitest";
import { spreadLabels } from "./spread-labels";

const range = [0, 200] as const;

test("labels with room stay where they are", () => {
  expect(spreadLabels([10, 150, 60], { gap: 14, range })).toEqual([10, 150, 60]);
});

test("those that would touch move apart around their mean", () => {
  expect(spreadLabels([100, 104], { gap: 14, range })).toEqual([95, 109]);
  expect(spreadLabels([100, 100, 100], { gap: 10, range })).toEqual([90, 100, 110]);
});

test("nobody leaves the range while there is room in it", () => {
  expect(spreadLabels([-20, 1], { gap: 14, range })).toEqual([0, 14]);
  expect(spreadLabels([199, 240], { gap: 14, range })).toEqual([186, 200]);
});

test("gaps kept, order kept, range kept", () => {
  fc.assert(
    fc.property(
      fc.array(fc.double({ min: -50, max: 250, noNaN: true }), { maxLength: 12 }),
      (ys) => {
        const spread = spreadLabels(ys, { gap: 14, range });
        const order = ys
          .map((_, index) => index)
          .sort((i, j) => (ys[i] ?? 0) - (ys[j] ?? 0) || i - j);
        order.forEach((index, place) => {
          const value = spread[index] ?? Number.NaN;
          expect(value).toBeGreaterThanOrEqual(-1e-9);
          expect(value).toBeLessThanOrEqual(200 + 1e-9);
          const before = order[place - 1];
          if (before !== undefined)
            expect(value - (spread[before] ?? 0)).toBeGreaterThanOrEqual(14 - 1e-9);
        });
      },
    ),
  );
});
