import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { choleskyFactor, factorSemidefinite, invertCholesky, solveCholesky } from "./cholesky";
import { entryOf, type Matrix, multiply, zeroMatrix } from "./matrix";

/** B·Bᵀ of a size × rank matrix: positive semi-definite of at most that rank. */
const gramMatrices: fc.Arbitrary<Matrix> = fc
  .tuple(fc.integer({ min: 1, max: 7 }), fc.integer({ min: 1, max: 7 }))
  .chain(([size, rank]) =>
    fc
      .array(fc.double({ min: -3, max: 3, noNaN: true }), {
        minLength: size * rank,
        maxLength: size * rank,
      })
      .map((entries) => gram(size, rank, entries)),
  );

function gram(size: number, rank: number, entries: number[]): Matrix {
  const result = zeroMatrix(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column < size; column++) {
      let sum = 0;
      for (let k = 0; k < rank; k++) {
        sum += (entries[row * rank + k] ?? 0) * (entries[column * rank + k] ?? 0);
      }
      result.values[row * size + column] = sum;
    }
  }
  return result;
}

function transpose({ size, values }: Matrix): Matrix {
  return {
    size,
    values: values.map((_, index) => values[(index % size) * size + Math.floor(index / size)] ?? 0),
  };
}

function largestDifference(x: Matrix, y: Matrix): number {
  return x.values.reduce(
    (largest, value, index) => Math.max(largest, Math.abs(value - (y.values[index] ?? 0))),
    0,
  );
}

describe("factorSemidefinite", () => {
  test("F·Fᵀ gives back any positive semi-definite matrix", () => {
    fc.assert(
      fc.property(gramMatrices, (matrix) => {
        const factor = factorSemidefinite(matrix);
        expect(largestDifference(multiply(factor, transpose(factor)), matrix)).toBeLessThan(1e-6);
      }),
    );
  });

  test("a matrix of zeros has the factor zero", () => {
    expect(factorSemidefinite(zeroMatrix(3)).values).toEqual(new Float64Array(9));
  });
});

test("solves and inverts a positive definite matrix", () => {
  const matrix = { size: 3, values: Float64Array.of(4, 2, -2, 2, 10, 2, -2, 2, 5) };
  const factor = choleskyFactor(matrix);
  expect(factor).not.toBeNull();
  if (!factor) return;
  expect([...solveCholesky(factor, Float64Array.of(2, 28, 17))].map(Math.round)).toEqual([1, 2, 3]);
  const product = multiply(matrix, invertCholesky(factor));
  for (let i = 0; i < 3; i++) {
    for (let j = 0; j < 3; j++) expect(entryOf(product, i, j)).toBeCloseTo(Number(i === j), 13);
  }
});

test("an indefinite matrix has no factor", () => {
  expect(choleskyFactor({ size: 2, values: Float64Array.of(1, 2, 2, 1) })).toBeNull();
  expect(choleskyFactor(zeroMatrix(1))).toBeNull();
});
