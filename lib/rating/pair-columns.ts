import type { PairCell } from "./tally";

/** Pair cells in columns, for fits that are repeated a thousand times on new counts. */
export type PairColumns = {
  size: number;
  a: Int32Array;
  b: Int32Array;
  n: Float64Array;
  pointsA: Float64Array;
};

/** The cells in columns. */
export function pairColumns(size: number, cells: readonly PairCell[]): PairColumns {
  return {
    size,
    a: Int32Array.from(cells, (cell) => cell.a),
    b: Int32Array.from(cells, (cell) => cell.b),
    n: Float64Array.from(cells, (cell) => cell.n),
    pointsA: Float64Array.from(cells, (cell) => cell.pointsA),
  };
}
