import type { BoardRow } from "@/lib/leaderboard/schema";

/** The columns a board can be sorted by, as the address names them. */
export const BOARD_COLUMNS = [
  "rank",
  "entrant",
  "rating",
  "battles",
  "win-rate",
  "both-bad",
  "executes",
] as const;

export type BoardColumn = (typeof BOARD_COLUMNS)[number];

export const DIRECTIONS = ["asc", "desc"] as const;

export type Direction = (typeof DIRECTIONS)[number];

export type BoardOrder = { column: BoardColumn; direction: Direction };

/** What a reader wants to see first in each column: the best, the most, the start of the alphabet. */
const FIRST: Record<BoardColumn, Direction> = {
  rank: "asc",
  entrant: "asc",
  rating: "desc",
  battles: "desc",
  "win-rate": "desc",
  "both-bad": "asc",
  executes: "desc",
};

/** The direction that a column is sorted in at the first click. */
export function firstDirection(column: BoardColumn): Direction {
  return FIRST[column];
}

/** The order after a click on a column's header: its first direction, then the other one, in turn. */
export function nextOrder(current: BoardOrder, column: BoardColumn): BoardOrder {
  if (current.column !== column) return { column, direction: firstDirection(column) };
  return { column, direction: current.direction === "asc" ? "desc" : "asc" };
}

const collator = new Intl.Collator("en", { numeric: true });

/**
 * A board's rows in a chosen order. Equal ones stand as on the board (rank, rating, slug) in either direction, and
 * rows without a number come last in either direction.
 */
export function sortRows(rows: readonly BoardRow[], { column, direction }: BoardOrder): BoardRow[] {
  const sign = direction === "asc" ? 1 : -1;
  const standing = [...rows].sort(compareStanding);
  if (column === "rank") return direction === "asc" ? standing : reverseRanked(standing);
  if (column === "entrant")
    return standing.sort((one, other) => sign * collator.compare(one.name, other.name));
  return standing.sort((one, other) => compareNumbers(one, other, { column, sign }));
}

/** By rank, then rating, then slug; those not rated last. */
export function compareStanding(one: BoardRow, other: BoardRow): number {
  const rank = (one.rank ?? Number.MAX_VALUE) - (other.rank ?? Number.MAX_VALUE);
  if (rank !== 0) return rank;
  const rating = (other.rating ?? 0) - (one.rating ?? 0);
  if (rating !== 0) return rating;
  return one.slug < other.slug ? -1 : 1;
}

function reverseRanked(standing: BoardRow[]): BoardRow[] {
  const ranked = standing.filter(({ rank }) => rank !== null).reverse();
  return [...ranked, ...standing.filter(({ rank }) => rank === null)];
}

type NumberColumn = Exclude<BoardColumn, "rank" | "entrant">;

function numberOf(row: BoardRow, column: NumberColumn): number | null {
  switch (column) {
    case "rating":
      return row.rating;
    case "battles":
      return row.battles;
    case "win-rate":
      return row.winRate;
    case "both-bad":
      return row.bothBadRate;
    case "executes":
      return row.executability;
  }
}

function compareNumbers(
  one: BoardRow,
  other: BoardRow,
  { column, sign }: { column: NumberColumn; sign: number },
): number {
  const [first, second] = [numberOf(one, column), numberOf(other, column)];
  if (first === null || second === null) return Number(first === null) - Number(second === null);
  return sign * (first - second);
}
