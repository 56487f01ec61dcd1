import { type Matrix, zeroMatrix } from "./matrix";

/*
 * Floating-point sums depend on their order. The database streams voters in one order and a CSV in
 * another, and both must print the same digits. So terms are first rounded to a fixed grid, on which
 * sums are exact, hence the same in every order.
 * Source: Demmel and Nguyen (2013), Fast reproducible floating-point summation (pre-rounding).
 */

/** Adding and taking away 1.5·2^(52−bits) rounds to a multiple of 2^−bits, below 2^(51−bits). */
const SCORE_GRID = 1.5 * 2 ** (52 - 32);
const COARSE_GRID = 1.5 * 2 ** (52 - 12);
const FINE_GRID = 1.5 * 2 ** (52 - 45);

/** Rounds to a multiple of 2⁻³²: sums of two million such scores of size 1 are exact. */
export function onScoreGrid(score: number): number {
  return score + SCORE_GRID - SCORE_GRID;
}

/** Σ s·sᵀ over vectors s, the same bits in any order of the vectors. */
export type OuterProductSum = { size: number; coarse: Float64Array; fine: Float64Array };

export function emptyOuterProductSum(size: number): OuterProductSum {
  return { size, coarse: new Float64Array(size * size), fine: new Float64Array(size * size) };
}

/**
 * Adds s·sᵀ for s = vector[offset .. offset + size). Each product is split into a multiple of 2⁻¹²
 * and a rest rounded to 2⁻⁴⁵; both sums are exact below 2⁴¹ and for two million vectors.
 * `touched` is scratch space for at least `size` indices.
 */
export function addOuterProduct(
  sum: OuterProductSum,
  vector: Float64Array,
  offset: number,
  touched: Int32Array,
): void {
  const { size, coarse, fine } = sum;
  let count = 0;
  for (let index = 0; index < size; index++) {
    if (vector[offset + index] !== 0) touched[count++] = index;
  }
  for (let i = 0; i < count; i++) {
    const row = touched[i] ?? 0;
    const value = vector[offset + row] ?? 0;
    for (let j = 0; j <= i; j++) {
      const column = touched[j] ?? 0;
      const product = value * (vector[offset + column] ?? 0);
      const high = product + COARSE_GRID - COARSE_GRID;
      const low = product - high + FINE_GRID - FINE_GRID;
      const entry = row * size + column;
      coarse[entry] = (coarse[entry] ?? 0) + high;
      fine[entry] = (fine[entry] ?? 0) + low;
    }
  }
}

/** The sum as a full symmetric matrix. */
export function toMatrix({ size, coarse, fine }: OuterProductSum): Matrix {
  const matrix = zeroMatrix(size);
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      const entry = row * size + column;
      const value = (coarse[entry] ?? 0) + (fine[entry] ?? 0);
      matrix.values[entry] = value;
      matrix.values[column * size + row] = value;
    }
  }
  return matrix;
}
