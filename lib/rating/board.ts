import { canonicalVotes, compareText, type VoteCounts } from "./canonical-votes";
import type { Reason } from "./connectivity";
import { rateEntrants } from "./rate";
import { countVotes, votesIn } from "./tally";
import { type WinMatrix, winMatrix } from "./win-matrix";

/** Names the arithmetic. Change the number with any change that can move a printed digit. */
export const METHOD = "bt-mle-sandwich/1";

export type BoardInput = VoteCounts & {
  /** Seed of the draws behind rank ranges and P(A above B). */
  seed: number;
  /** Factor on each entrant's plain standard error, by index into `entrants`; 1 where none is given. */
  inflation?: readonly number[];
};

/** One line of a board. Ratings and bounds in Elo points; null where there is nothing to say. */
export type BoardRow = {
  slug: string;
  rank: number | null;
  rankRange: [number, number] | null;
  rating: number | null;
  lower: number | null;
  upper: number | null;
  battles: number;
  points: number;
  /** points / battles, over every opponent, rated or not. */
  winRate: number | null;
  bothBadRate: number | null;
  status: "rated" | "not_rated";
  reason: Reason | null;
};

export type Board = {
  method: string;
  seed: number;
  /** Every vote counted, also those with an entrant that is not rated. */
  votes: number;
  entrants: BoardRow[];
  /** `order` names rows and columns, as in `entrants`. `above[i][j]` is P(row above column). */
  matrix: { order: string[]; above: (number | null)[][] } & WinMatrix;
};

/**
 * Computes one board from tallies: the same arguments give the same bits, in whatever order entrants
 * and tallies come. Rows stand by rank, then rating, then slug; those not rated last, by slug.
 * @throws RangeError for a slug named twice or a malformed tally.
 */
export function computeBoard({ entrants, tallies, seed, inflation }: BoardInput): Board {
  const votes = canonicalVotes({ entrants, tallies });
  const { size, slugs, cells, rated } = votes;
  const counts = countVotes(size, votes.tallies);
  const { ratings, above } = rateEntrants({
    size,
    cells,
    rated,
    seed,
    inflation: votes.callerIndex.map((from) => inflation?.[from] ?? 1),
  });
  const rows = slugs.map((slug, index) => {
    const rating = ratings[index] ?? null;
    const { battles, points, bothBad } = counts[index] ?? { battles: 0, points: 0, bothBad: 0 };
    const row: BoardRow = {
      slug,
      rank: rating?.rank ?? null,
      rankRange: rating?.rankRange ?? null,
      rating: rating?.estimate ?? null,
      lower: rating?.lower ?? null,
      upper: rating?.upper ?? null,
      battles,
      points,
      winRate: battles > 0 ? points / battles : null,
      bothBadRate: battles > 0 ? bothBad / battles : null,
      status: rating ? "rated" : "not_rated",
      reason: votes.reasons[index] ?? null,
    };
    return { index, row };
  });
  rows.sort((x, y) => compareRows(x.row, y.row));
  const order = rows.map(({ index }) => index);
  const reorder = (values: (number | null)[][]): (number | null)[][] =>
    order.map((row) => order.map((column) => values[row]?.[column] ?? null));
  const matrix = winMatrix(
    size,
    cells,
    ratings.map((rating) => rating?.logit ?? null),
  );
  return {
    method: METHOD,
    seed,
    votes: tallies.reduce((sum, tally) => sum + votesIn(tally), 0),
    entrants: rows.map(({ row }) => row),
    matrix: {
      order: rows.map(({ row }) => row.slug),
      wins: reorder(matrix.wins),
      battles: reorder(matrix.battles),
      predicted: reorder(matrix.predicted),
      residuals: reorder(matrix.residuals),
      above: reorder(above),
    },
  };
}

function compareRows(x: BoardRow, y: BoardRow): number {
  return (
    (x.rank ?? Number.MAX_VALUE) - (y.rank ?? Number.MAX_VALUE) ||
    (y.rating ?? 0) - (x.rating ?? 0) ||
    compareText(x.slug, y.slug)
  );
}
