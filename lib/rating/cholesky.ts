import { type Matrix, zeroMatrix } from "./matrix";

/**
 * The lower triangle L with L·Lᵀ = matrix, or null when the matrix is not positive definite in
 * floating point. Only the lower triangle of the argument is read.
 * Source: Golub and Van Loan, Matrix Computations (4th ed.), algorithm 4.2.1.
 */
export function choleskyFactor(matrix: Matrix): Matrix | null {
  const { size } = matrix;
  const factor = zeroMatrix(size);
  const values = factor.values;
  for (let row = 0; row < size; row++) {
    for (let column = 0; column <= row; column++) {
      let rest = matrix.values[row * size + column] ?? 0;
      for (let k = 0; k < column; k++) {
        rest -= (values[row * size + k] ?? 0) * (values[column * size + k] ?? 0);
      }
      if (column < row) {
        values[row * size + column] = rest / (values[column * size + column] ?? 1);
      } else {
        if (!(rest > 0)) return null;
        values[row * size + row] = Math.sqrt(rest);
      }
    }
  }
  return factor;
}

/** Solves L·Lᵀ·x = right for the factor L of {@link choleskyFactor}. */
export function solveCholesky(factor: Matrix, right: Float64Array): Float64Array {
  const { size, values } = factor;
  const solution = Float64Array.from(right);
  for (let row = 0; row < size; row++) {
    let rest = solution[row] ?? 0;
    for (let k = 0; k < row; k++) rest -= (values[row * size + k] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (values[row * size + row] ?? 1);
  }
  for (let row = size - 1; row >= 0; row--) {
    let rest = solution[row] ?? 0;
    for (let k = row + 1; k < size; k++) rest -= (values[k * size + row] ?? 0) * (solution[k] ?? 0);
    solution[row] = rest / (values[row * size + row] ?? 1);
  }
  return solution;
}

/** The inverse of L·Lᵀ for the factor L of {@link choleskyFactor}. */
export function invertCholesky(factor: Matrix): Matrix {
  const { size } = factor;
  const inverse = zeroMatrix(size);
  const unit = new Float64Array(size);
  for (let column = 0; column < size; column++) {
    unit.fill(0);
    unit[column] = 1;
    const solution = solveCholesky(factor, unit);
    // The inverse is symmetric: its columns may be stored as rows.
    inverse.values.set(solution, column * size);
  }
  return inverse;
}

/**
 * A matrix F with F·Fᵀ = matrix for a positive semi-definite matrix (a covariance of mean-centred
 * ratings always is singular): Cholesky with diagonal pivoting, stopped at the numerical rank.
 * Among equal pivots the lowest index is taken, so the result is reproducible.
 * Source: Higham (1990), Analysis of the Cholesky decomposition of a semi-definite matrix.
 */
export function factorSemidefinite(matrix: Matrix): Matrix {
  const { size } = matrix;
  const factor = zeroMatrix(size);
  const values = factor.values;
  const remaining = new Float64Array(size);
  const used = new Uint8Array(size);
  let largest = 0;
  for (let index = 0; index < size; index++) {
    remaining[index] = matrix.values[index * size + index] ?? 0;
    largest = Math.max(largest, remaining[index] ?? 0);
  }
  const tolerance = size * Number.EPSILON * largest;
  for (let column = 0; column < size; column++) {
    let pivot = -1;
    for (let index = 0; index < size; index++) {
      if (used[index] === 1) continue;
      if (pivot < 0 || (remaining[index] ?? 0) > (remaining[pivot] ?? 0)) pivot = index;
    }
    if (pivot < 0 || !((remaining[pivot] ?? 0) > tolerance)) break;
    used[pivot] = 1;
    const root = Math.sqrt(remaining[pivot] ?? 0);
    values[pivot * size + column] = root;
    for (let row = 0; row < size; row++) {
      if (used[row] === 1) continue;
      let rest = matrix.values[row * size + pivot] ?? 0;
      for (let k = 0; k < column; k++) {
        rest -= (values[row * size + k] ?? 0) * (values[pivot * size + k] ?? 0);
      }
      const value = rest / root;
      values[row * size + column] = value;
      remaining[row] = (remaining[row] ?? 0) - value * value;
    }
  }
  return factor;
}
