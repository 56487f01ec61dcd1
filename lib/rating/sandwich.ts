import { choleskyFactor, invertCholesky } from "./cholesky";
import { fixGauge, informationOf } from "./information";
import { sigmoid } from "./logistic";
import { addPair, type Matrix, multiply, symmetrise, zeroMatrix } from "./matrix";
import { pairColumns } from "./pair-columns";
import type { PairCell } from "./tally";

/**
 * The pseudo-inverse of the Bradley–Terry information H = Σ n·p·(1−p)·(e_a − e_b)(e_a − e_b)ᵀ: the
 * covariance, in logits squared, that the model itself claims for mean-centred strengths.
 * @throws Error when the cells do not connect all of 0..size−1.
 */
export function invertInformation(
  size: number,
  cells: readonly PairCell[],
  logits: Float64Array,
): Matrix {
  const information = informationOf(pairColumns(size, cells), logits);
  const trace = fixGauge(information);
  const factor = choleskyFactor(information);
  if (!factor) throw new Error("The cells do not connect every entrant.");
  const inverse = invertCholesky(factor);
  // (H + w·11ᵀ)⁻¹ = H⁺ + 11ᵀ/(w·size²), and w·size² is the trace.
  for (let index = 0; index < inverse.values.length; index++) {
    inverse.values[index] = (inverse.values[index] ?? 0) - 1 / trace;
  }
  return inverse;
}

/**
 * G = Σ_votes (o − p)²·(e_a − e_b)(e_a − e_b)ᵀ, exact from a cell's counts of outcomes 1, ½ and 0.
 */
export function plainMeat(size: number, cells: readonly PairCell[], logits: Float64Array): Matrix {
  const meat = zeroMatrix(size);
  for (const cell of cells) {
    addPair(meat, cell.a, cell.b, squaredResiduals(cell, logits));
  }
  return meat;
}

/** Σ (o − p)² over the votes of one cell, o the points of a and p = σ(θ_a − θ_b). */
export function squaredResiduals(cell: PairCell, logits: Float64Array): number {
  const gap = (logits[cell.a] ?? 0) - (logits[cell.b] ?? 0);
  const win = sigmoid(-gap);
  const loss = sigmoid(gap);
  // ½ − p, without the cancellation of 1 − σ: ½ − σ(gap) = −½·tanh(gap/2).
  const tie = Math.tanh(gap / 2) / 2;
  return cell.winsA * win * win + cell.ties * tie * tie + cell.winsB * loss * loss;
}

/**
 * H⁻¹·meat·H⁻¹: the covariance, in logits squared, of strengths centred on mean 0.
 * Source: Huber (1967); White (1982), Maximum likelihood estimation of misspecified models.
 */
export function sandwich(inverseInformation: Matrix, meat: Matrix): Matrix {
  return symmetrise(multiply(multiply(inverseInformation, meat), inverseInformation));
}

/**
 * The plain sandwich covariance of a Bradley–Terry fit, in logits squared: every vote independent.
 */
export function plainCovariance(
  size: number,
  cells: readonly PairCell[],
  logits: Float64Array,
): Matrix {
  return sandwich(invertInformation(size, cells, logits), plainMeat(size, cells, logits));
}
