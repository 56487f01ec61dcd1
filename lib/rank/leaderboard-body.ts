import type { Intervals, Leaderboard } from "@/lib/leaderboard/schema";
import type { Board } from "@/lib/rating/board";

/**
 * A board that was computed from a file as the body of GET /api/leaderboard: the same fields in the same
 * order. A file does not know names beside slugs, when a board was computed, nor executability.
 */
export function toLeaderboard(
  computed: Board,
  given: { board: string; throughSeq: number; intervals: Intervals },
): Leaderboard {
  const { method, seed, votes, entrants, matrix } = computed;
  const { board, throughSeq, intervals } = given;
  const { kind, inflationThroughSeq, voters, prompts } = intervals;
  const { order, wins, battles, predicted, residuals, above } = matrix;
  return {
    ...{ board, computedAt: null, throughSeq, votes, method, seed },
    intervals: { kind, inflationThroughSeq, voters, prompts },
    entrants: entrants.map((row) => {
      const { slug, rank, rankRange, rating, lower, upper, status, reason } = row;
      return {
        ...{ slug, name: slug, rank, rankRange, rating, lower, upper, battles: row.battles },
        ...{ winRate: row.winRate, bothBadRate: row.bothBadRate },
        ...{ executability: null, status, reason },
      };
    }),
    matrix: { order, wins, battles, predicted, residuals, above },
  };
}

/** Rows by rank, then rating, then slug, those not rated last; the matrix follows. */
export function sortLeaderboard(leaderboard: Leaderboard): Leaderboard {
  const { entrants, matrix } = leaderboard;
  const places = entrants.map((_, index) => index);
  const row = (place: number) => entrants[place];
  const number = (value: number | null | undefined, otherwise: number) => value ?? otherwise;
  places.sort(
    (x, y) =>
      number(row(x)?.rank, Number.MAX_VALUE) - number(row(y)?.rank, Number.MAX_VALUE) ||
      number(row(y)?.rating, -Number.MAX_VALUE) - number(row(x)?.rating, -Number.MAX_VALUE) ||
      x - y,
  );
  const moved = (cells: (number | null)[][]) =>
    places.map((from) => places.map((column) => cells[from]?.[column] ?? null));
  return {
    ...leaderboard,
    entrants: places.flatMap((place) => row(place) ?? []),
    matrix: {
      order: places.map((place) => matrix.order[place] ?? ""),
      wins: moved(matrix.wins),
      battles: moved(matrix.battles),
      predicted: moved(matrix.predicted),
      residuals: moved(matrix.residuals),
      above: moved(matrix.above),
    },
  };
}

/** A matrix of nulls: what a method has nothing to say about. */
export function noCells(size: number): null[][] {
  return Array.from({ length: size }, () => new Array<null>(size).fill(null));
}
