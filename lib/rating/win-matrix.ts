import { sigmoid } from "./logistic";
import { squaredResiduals } from "./sandwich";
import type { PairCell } from "./tally";

/** Rows against columns in the order of the entrants; null on the diagonal and where they never met. */
export type WinMatrix = {
  /** The row's points over the column: a win 1, a tie or both-bad ½. */
  wins: (number | null)[][];
  /** Votes. */
  battles: (number | null)[][];
  /** P(row beats column) = σ(θ_row − θ_column), a tie half; null too where either is not rated. */
  predicted: (number | null)[][];
  /** z = (points − n·p) / √(φ·n·p·(1−p)): beyond ±2 the pair does not follow the one-number model. */
  residuals: (number | null)[][];
};

/**
 * Observed, predicted and standardised residual wins. `logits[i]` is null for an entrant that is not
 * rated. φ = Σ(o − p)² / Σ n·p·(1−p) over the rated cells: ties at ½ vary less than wins and losses
 * do, and without it every z would be too small.
 */
export function winMatrix(
  size: number,
  cells: readonly PairCell[],
  logits: readonly (number | null)[],
): WinMatrix {
  const empty = (): (number | null)[][] =>
    Array.from({ length: size }, () => new Array<number | null>(size).fill(null));
  const matrix = { wins: empty(), battles: empty(), predicted: empty(), residuals: empty() };
  const dispersion = dispersionOf(cells, logits);
  for (const { a, b, n, pointsA } of cells) {
    set(matrix.wins, a, b, pointsA, n - pointsA);
    set(matrix.battles, a, b, n, n);
    const gap = gapOf(logits, a, b);
    if (gap === null) continue;
    set(matrix.predicted, a, b, sigmoid(gap), sigmoid(-gap));
    const spread = Math.sqrt(dispersion * n * sigmoid(gap) * sigmoid(-gap));
    const z = spread > 0 ? (pointsA - n * sigmoid(gap)) / spread : 0;
    set(matrix.residuals, a, b, z, 0 - z);
  }
  return matrix;
}

function dispersionOf(cells: readonly PairCell[], logits: readonly (number | null)[]): number {
  const strengths = Float64Array.from(logits, (logit) => logit ?? 0);
  let observed = 0;
  let expected = 0;
  for (const cell of cells) {
    const gap = gapOf(logits, cell.a, cell.b);
    if (gap === null) continue;
    observed += squaredResiduals(cell, strengths);
    expected += cell.n * sigmoid(gap) * sigmoid(-gap);
  }
  return expected > 0 ? observed / expected : 0;
}

function gapOf(logits: readonly (number | null)[], a: number, b: number): number | null {
  const first = logits[a] ?? null;
  const second = logits[b] ?? null;
  return first === null || second === null ? null : first - second;
}

function set(matrix: (number | null)[][], a: number, b: number, ofA: number, ofB: number): void {
  const rowA = matrix[a];
  const rowB = matrix[b];
  if (rowA) rowA[b] = ofA;
  if (rowB) rowB[a] = ofB;
}
