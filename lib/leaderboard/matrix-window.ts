import type { BoardMatrix } from "@/lib/leaderboard/schema";

/** What a cell of the win-rate matrix can say, as the address names it. */
export const MATRIX_VIEWS = ["observed", "predicted", "residual"] as const;

export type MatrixView = (typeof MATRIX_VIEWS)[number];

/** At most so many rows and columns are shown at once: more can neither be read nor drawn in time. */
export const MATRIX_SPAN = 20;

/** Which part of the matrix is asked for: 1-based places of its first row and column, by rank. */
export type MatrixPlace = { view: MatrixView; rows: number; columns: number };

/** A part of a board's win-rate matrix, at most `MATRIX_SPAN` each way. */
export type MatrixWindow = {
  view: MatrixView;
  /** Entrants in the whole matrix. */
  size: number;
  /** 1-based place of the first row and column shown, in the order of ranks. */
  firstRow: number;
  firstColumn: number;
  /** Slugs. */
  rows: string[];
  columns: string[];
  /** Shares of 1 (observed, predicted) or z (residual); null on the diagonal and where there is nothing to say. */
  values: (number | null)[][];
  /** Votes of each pair; null on the diagonal and where two never met. */
  battles: (number | null)[][];
};

/** The body of GET /api/leaderboard/matrix?format=json. */
export type MatrixBody = { board: string; throughSeq: number; window: MatrixWindow };

/** The first places of all windows of a matrix of this size. */
export function listWindowStarts(size: number): number[] {
  const count = Math.max(Math.ceil(size / MATRIX_SPAN), 1);
  return Array.from({ length: count }, (_, index) => index * MATRIX_SPAN + 1);
}

/** The start of the window that holds a place, or of the last one when there is no such place. */
export function toWindowStart(place: number, size: number): number {
  const starts = listWindowStarts(size);
  const index = Math.max(Math.ceil(place / MATRIX_SPAN), 1) - 1;
  return starts[Math.min(index, starts.length - 1)] ?? 1;
}

/** Cuts a window out of a board's matrix. */
export function cutMatrixWindow(matrix: BoardMatrix, place: MatrixPlace): MatrixWindow {
  const size = matrix.order.length;
  const firstRow = toWindowStart(place.rows, size);
  const firstColumn = toWindowStart(place.columns, size);
  const cut = <Item>(items: readonly Item[], first: number) =>
    items.slice(first - 1, first - 1 + MATRIX_SPAN);
  const valueAt = readerOf(matrix, place.view);
  const rows = cut([...matrix.order.keys()], firstRow);
  const columns = cut([...matrix.order.keys()], firstColumn);
  return {
    ...{ view: place.view, size, firstRow, firstColumn },
    rows: cut(matrix.order, firstRow),
    columns: cut(matrix.order, firstColumn),
    values: rows.map((i) => columns.map((j) => valueAt(i, j))),
    battles: rows.map((i) => columns.map((j) => matrix.battles[i]?.[j] ?? null)),
  };
}

function readerOf(matrix: BoardMatrix, view: MatrixView) {
  const cells = view === "predicted" ? matrix.predicted : matrix.residuals;
  if (view !== "observed") return (i: number, j: number) => cells[i]?.[j] ?? null;
  return (i: number, j: number) => {
    const points = matrix.wins[i]?.[j] ?? null;
    const battles = matrix.battles[i]?.[j] ?? 0;
    return points === null || battles === 0 ? null : points / battles;
  };
}
