import type { Leaderboard } from "@/lib/leaderboard/schema";
import type { Davidson } from "@/lib/rating/davidson";
import { POINTS_PER_LOGIT } from "@/lib/rating/scale";
import { withRanks } from "./bootstrap-leaderboard";
import { noCells, sortLeaderboard } from "./leaderboard-body";

/**
 * A board with Davidson's ratings and plain intervals. `predicted` is the row's expected points, as
 * `wins` are its points: P(row) + ½·P(tie).
 */
export function toDavidsonLeaderboard(
  leaderboard: Leaderboard,
  { entrants, tieParameter }: Davidson,
): Leaderboard {
  const ratings = new Map(entrants.map(({ slug, rating }) => [slug, rating]));
  const rows = leaderboard.entrants.map((row) => {
    const rating = ratings.get(row.slug);
    return {
      ...row,
      rankRange: null,
      rating: rating?.estimate ?? null,
      lower: rating?.lower ?? null,
      upper: rating?.upper ?? null,
    };
  });
  const ties = tieParameter?.estimate ?? 0;
  const expected = rows.map((row, place) =>
    rows.map((column, other) =>
      place === other || row.rating === null || column.rating === null
        ? null
        : expectedPoints((row.rating - column.rating) / POINTS_PER_LOGIT, ties),
    ),
  );
  return sortLeaderboard({
    ...leaderboard,
    method: "davidson-mle-sandwich/1",
    intervals: { kind: "plain", inflationThroughSeq: null, voters: null, prompts: null },
    entrants: withRanks(rows),
    matrix: {
      ...leaderboard.matrix,
      predicted: expected,
      residuals: noCells(rows.length),
      above: noCells(rows.length),
    },
  });
}

/** (e^(d/2) + ν/2) / (e^(d/2) + e^(−d/2) + ν), divided through so that nothing overflows. */
function expectedPoints(gap: number, ties: number): number {
  const highest = Math.abs(gap) / 2;
  const row = Math.exp(gap / 2 - highest);
  const column = Math.exp(-gap / 2 - highest);
  const tie = ties * Math.exp(-highest);
  return (row + tie / 2) / (row + column + tie);
}
