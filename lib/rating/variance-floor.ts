import { entryOf, type Matrix } from "./matrix";

/**
 * Keeps the first votes honest. A tie between equals has no residual, so an entrant whose votes are
 * all ties would get an interval of width zero from the sandwich, after a single vote. Where ties
 * count ½, the sandwich variance is about the model's variance H⁺ times the share of decisive votes;
 * by Laplace's rule of succession that share is not known to be below 1/(n + 2) after n votes:
 *   variance_i ≥ H⁺_ii / (n_i + 2)
 * Only entrants below the floor are touched (on the diagonal, which keeps the matrix semi-definite);
 * with a few decisive votes each, nobody is. `votes[i]` counts the votes of i in the fit.
 */
export function withVarianceFloor(
  covariance: Matrix,
  inverseInformation: Matrix,
  votes: readonly number[],
): Matrix {
  const { size } = covariance;
  const floored = { size, values: Float64Array.from(covariance.values) };
  for (let index = 0; index < size; index++) {
    const floor = entryOf(inverseInformation, index, index) / ((votes[index] ?? 0) + 2);
    const variance = Math.max(entryOf(covariance, index, index), floor);
    floored.values[index * size + index] = variance;
  }
  return floored;
}

/** Multiplies standard error i by inflation[i]: entry (i, j) becomes fᵢ·fⱼ·Vᵢⱼ. */
export function inflate(covariance: Matrix, inflation: readonly number[]): Matrix {
  const { size } = covariance;
  return {
    size,
    values: covariance.values.map((value, index) => {
      const row = Math.floor(index / size);
      return value * (inflation[row] ?? 1) * (inflation[index % size] ?? 1);
    }),
  };
}
