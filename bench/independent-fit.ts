import { NORMAL_QUANTILE_95, POINTS_PER_LOGIT } from "@/lib/rating/scale";
import type { PairCell } from "@/lib/rating/tally";

/**
 * Ratings less their mean and half-widths of plain intervals, Elo points, by another road than lib/rating's: the last
 * entrant pinned to 0, full Newton steps to 1e-13, Gaussian elimination with pivoting, centred at the end.
 */
export function fitIndependently(
  size: number,
  cells: readonly PairCell[],
): { ratings: number[]; margins: number[] } {
  const free = size - 1;
  const theta = new Array<number>(size).fill(0);
  for (let round = 0; round < 50; round++) {
    const { gradient, information } = derivatives(size, cells, theta);
    const step = solve(
      information,
      gradient.map((value) => [value]),
    ).map(([value = 0]) => value);
    step.forEach((change, index) => {
      theta[index] = (theta[index] ?? 0) + change;
    });
    if (Math.max(...step.map(Math.abs)) < 1e-13) break;
  }
  const { information } = derivatives(size, cells, theta);
  const identity = Array.from({ length: free }, (_, i) =>
    Array.from({ length: free }, (_, j) => Number(i === j)),
  );
  const inverse = solve(information, identity);
  // Row i of L·A⁻¹, L taking the mean away, gives the centred strength i as a sum over votes' scores.
  const means = inverse[0]?.map(
    (_, j) => inverse.reduce((sum, row) => sum + (row[j] ?? 0), 0) / size,
  );
  const variances = Array.from({ length: size }, (_, i) => {
    const influence = Array.from(
      { length: size },
      (_, j) => (inverse[i]?.[j] ?? 0) - (means?.[j] ?? 0),
    );
    return cells.reduce((sum, cell) => {
      const p = probability((theta[cell.a] ?? 0) - (theta[cell.b] ?? 0));
      const surprise = cell.winsA * (1 - p) ** 2 + cell.ties * (0.5 - p) ** 2 + cell.winsB * p ** 2;
      return sum + ((influence[cell.a] ?? 0) - (influence[cell.b] ?? 0)) ** 2 * surprise;
    }, 0);
  });
  const mean = theta.reduce((sum, value) => sum + value, 0) / size;
  return {
    ratings: theta.map((value) => POINTS_PER_LOGIT * (value - mean)),
    margins: variances.map(
      (variance) => NORMAL_QUANTILE_95 * POINTS_PER_LOGIT * Math.sqrt(variance),
    ),
  };
}

function probability(gap: number): number {
  return 1 / (1 + Math.exp(-gap));
}

/** Of all strengths but the last. */
function derivatives(
  size: number,
  cells: readonly PairCell[],
  theta: readonly number[],
): { gradient: number[]; information: number[][] } {
  const gradient = new Array<number>(size).fill(0);
  const information = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  const add = (row: number, column: number, amount: number) => {
    const values = information[row];
    if (values) values[column] = (values[column] ?? 0) + amount;
  };
  for (const { a, b, n, pointsA } of cells) {
    const p = probability((theta[a] ?? 0) - (theta[b] ?? 0));
    gradient[a] = (gradient[a] ?? 0) + pointsA - n * p;
    gradient[b] = (gradient[b] ?? 0) - pointsA + n * p;
    const weight = n * p * (1 - p);
    add(a, a, weight);
    add(b, b, weight);
    add(a, b, -weight);
    add(b, a, -weight);
  }
  return {
    gradient: gradient.slice(0, -1),
    information: information.slice(0, -1).map((row) => row.slice(0, -1)),
  };
}

/** X with M·X = B, both row by row. */
function solve(matrix: readonly number[][], right: readonly number[][]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, index) => [...row, ...(right[index] ?? [])]);
  for (let column = 0; column < size; column++) {
    let pivot = column;
    for (let row = column + 1; row < size; row++) {
      if (Math.abs(rows[row]?.[column] ?? 0) > Math.abs(rows[pivot]?.[column] ?? 0)) pivot = row;
    }
    const best = rows[pivot] ?? [];
    rows[pivot] = rows[column] ?? [];
    rows[column] = best;
    const lead = best[column] ?? 1;
    rows.forEach((row, index) => {
      if (index === column) return;
      const factor = (row[column] ?? 0) / lead;
      if (factor === 0) return;
      for (let k = column; k < row.length; k++) row[k] = (row[k] ?? 0) - factor * (best[k] ?? 0);
    });
  }
  return rows.map((row, index) => row.slice(size).map((value) => value / (row[index] ?? 1)));
}
