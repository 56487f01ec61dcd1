import fc from "fast-check";
import { expect, test } from "vitest";
import { entryOf } from "./matrix";
import {
  addOuterProduct,
  emptyOuterProductSum,
  type OuterProductSum,
  onScoreGrid,
  toMatrix,
} from "./reproducible-sum";

const vectors = fc.array(
  fc.tuple(
    fc.double({ min: -1000, max: 1000, noNaN: true }),
    fc.double({ min: -1, max: 1, noNaN: true }),
  ),
  { minLength: 1, maxLength: 200 },
);

function sumOf(list: readonly (readonly [number, number])[]): OuterProductSum {
  const sum = emptyOuterProductSum(2);
  const touched = new Int32Array(2);
  for (const vector of list) addOuterProduct(sum, Float64Array.from(vector), 0, touched);
  return sum;
}

test("the same bits in every order", () => {
  fc.assert(
    fc.property(
      vectors.chain((list) =>
        fc.tuple(fc.constant(list), fc.shuffledSubarray(list, { minLength: list.length })),
      ),
      ([list, shuffled]) => {
        expect(toMatrix(sumOf(shuffled))).toStrictEqual(toMatrix(sumOf(list)));
      },
    ),
  );
});

test("the right sum", () => {
  fc.assert(
    fc.property(vectors, (list) => {
      const matrix = toMatrix(sumOf(list));
      const scale = list.reduce((sum, [x, y]) => sum + x * x + y * y, 1);
      const expected = list.reduce((sum, [x, y]) => sum + x * y, 0);
      expect(Math.abs(entryOf(matrix, 0, 1) - expected)).toBeLessThan(1e-12 * scale);
      expect(entryOf(matrix, 1, 0)).toBe(entryOf(matrix, 0, 1));
    }),
  );
});

test("scores are rounded to 2⁻³² and complements stay complements", () => {
  expect(onScoreGrid(0.5)).toBe(0.5);
  expect(onScoreGrid(1 / 3) * 2 ** 32).toBe(Math.round(2 ** 32 / 3));
  expect(onScoreGrid(-1 / 3)).toBe(-onScoreGrid(1 / 3));
});
