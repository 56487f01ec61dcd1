import type { RankShares } from "./rank-shares";
import { shortenText } from "./text-width";

export type RankSize = {
  /** What the picture should fill; it grows beyond when its cells would become too narrow to print in. */
  width: number;
  fontPx: number;
  /** Names beside the strips, or on a line of their own above. */
  names: "beside" | "above";
};

export type RankLayout = {
  width: number;
  height: number;
  fontPx: number;
  /** Where the strips begin, and the middle of each rank's column. */
  left: number;
  columns: { rank: number; x: number }[];
  rows: { name: string; nameX: number; nameY: number; top: number }[];
  /** Cells of about the same share, as one group each. */
  depths: { depth: number; cells: { x: number; y: number }[] }[];
  cell: { width: number; height: number };
  /** Shares that are printed: those of a tenth and more. */
  figures: { x: number; y: number; share: number }[];
};

/** The first so many entrants are drawn. */
export const RANK_ROWS = 25;

/** Shares are told apart in so many steps of colour, by their square root: rare ranks should be seen too. */
export const DEPTHS = 10;

const PRINTED_FROM = 0.1;
/** A cell that narrow still holds "100". */
const LEAST_CELL = 27;
const MOST_CELL = 64;
const ROW = { beside: 28, above: 50 };
const CELL_HEIGHT = 24;
const NAME_WIDTH = 190;
const HEAD = 30;

/** Where the strips of a rank distribution stand: an entrant a row, a rank a column, as far as any of the rows reaches. */
export function layOutRanks(shares: RankShares, { width, fontPx, names }: RankSize): RankLayout {
  const drawn = shares.rows.slice(0, RANK_ROWS);
  const reach = Math.max(1, ...drawn.map(({ counts }) => counts.findLastIndex((n) => n > 0) + 1));
  const left = names === "beside" ? NAME_WIDTH : 0;
  const cellWidth = Math.min(MOST_CELL, Math.max(LEAST_CELL, (width - left) / reach));
  const rowTop = (row: number) => HEAD + row * ROW[names] + (names === "above" ? 20 : 2);
  const cells = drawn.flatMap(({ shares: own }, row) =>
    own.flatMap((share, rank) =>
      share > 0 ? [{ share, x: left + rank * cellWidth, y: rowTop(row) }] : [],
    ),
  );
  return {
    width: Math.max(width, left + reach * cellWidth),
    height: HEAD + drawn.length * ROW[names],
    ...{ fontPx, left, cell: { width: cellWidth, height: CELL_HEIGHT } },
    columns: Array.from({ length: reach }, (_, index) => ({
      rank: index + 1,
      x: left + (index + 0.5) * cellWidth,
    })),
    rows: drawn.map(({ name }, row) => ({
      name: shortenText(name, fontPx, names === "beside" ? NAME_WIDTH - 14 : width),
      nameX: names === "beside" ? left - 12 : 0,
      nameY: names === "beside" ? rowTop(row) + 16 : rowTop(row) - 5,
      top: rowTop(row),
    })),
    depths: Array.from({ length: DEPTHS }, (_, index) => ({
      depth: index + 1,
      cells: cells
        .filter(({ share }) => Math.ceil(Math.sqrt(share) * DEPTHS) === index + 1)
        .map(({ x, y }) => ({ x, y })),
    })).filter((group) => group.cells.length > 0),
    figures: cells
      .filter(({ share }) => share >= PRINTED_FROM)
      .map(({ x, y, share }) => ({ x: x + cellWidth / 2, y: y + 16, share })),
  };
}
