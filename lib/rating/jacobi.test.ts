import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { clipEigenvalues, eigensystem } from "./jacobi";
import { entryOf, type Matrix, symmetrise } from "./matrix";

const symmetricMatrices: fc.Arbitrary<Matrix> = fc.integer({ min: 1, max: 8 }).chain((size) =>
  fc
    .array(fc.double({ min: -5, max: 5, noNaN: true }), {
      minLength: size * size,
      maxLength: size * size,
    })
    .map((values) => symmetrise({ size, values: Float64Array.from(values) })),
);

function quadratic({ size, values }: Matrix, x: readonly number[]): number {
  return values.reduce(
    (sum, value, index) =>
      sum + value * (x[Math.floor(index / size)] ?? 0) * (x[index % size] ?? 0),
    0,
  );
}

describe("eigensystem", () => {
  test("a known matrix", () => {
    const { values } = eigensystem({ size: 2, values: Float64Array.of(2, 1, 1, 2) });
    expect([...values].sort().map((value) => Number(value.toFixed(12)))).toEqual([1, 3]);
  });

  test("A·v = λ·v for every pair, and vectors are orthonormal", () => {
    fc.assert(
      fc.property(symmetricMatrices, (matrix) => {
        const { size } = matrix;
        const { values, vectors } = eigensystem(matrix);
        for (let k = 0; k < size; k++) {
          for (let row = 0; row < size; row++) {
            let image = 0;
            for (let j = 0; j < size; j++) {
              image += entryOf(matrix, row, j) * entryOf(vectors, j, k);
            }
            const expected = (values[k] ?? 0) * entryOf(vectors, row, k);
            expect(Math.abs(image - expected)).toBeLessThan(1e-11);
          }
          for (let other = 0; other < size; other++) {
            let product = 0;
            for (let row = 0; row < size; row++) {
              product += entryOf(vectors, row, k) * entryOf(vectors, row, other);
            }
            expect(product).toBeCloseTo(Number(k === other), 12);
          }
        }
      }),
    );
  });
});

describe("clipEigenvalues", () => {
  test("keeps a semi-definite matrix to the bit", () => {
    const matrix = { size: 2, values: Float64Array.of(1, -1, -1, 1) };
    expect(clipEigenvalues(matrix)).toBe(matrix);
  });

  test("takes away only what is negative", () => {
    const clipped = clipEigenvalues({ size: 2, values: Float64Array.of(3, 0, 0, -2) });
    expect([...clipped.values]).toEqual([3, 0, 0, 0]);
  });

  test("leaves no negative direction", () => {
    fc.assert(
      fc.property(
        symmetricMatrices,
        fc.array(fc.double({ min: -1, max: 1, noNaN: true }), { minLength: 8, maxLength: 8 }),
        (matrix, direction) => {
          expect(quadratic(clipEigenvalues(matrix), direction)).toBeGreaterThan(-1e-10);
        },
      ),
    );
  });
});
