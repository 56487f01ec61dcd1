import type { Leaderboard } from "@/lib/leaderboard/schema";
import { ELO_STEPS, eloTicker } from "@/lib/rating/elo";
import type { Outcome } from "@/lib/rating/outcome";
import { noCells, sortLeaderboard } from "./leaderboard-body";

/** Where an entrant's online ratings stood after the last vote, Elo points. */
export type EloRow = { slug: string; k4: number; k8: number };

/** Online ratings of `entrants` (by number) over votes in ledger order. */
export function eloRatings(
  entrants: readonly string[],
  forEachInOrder: (visit: (left: number, right: number, outcome: Outcome) => void) => void,
): EloRow[] {
  const [slow, quick] = ELO_STEPS.map((step) => eloTicker(step));
  forEachInOrder((left, right, outcome) => {
    slow?.add(left, right, outcome);
    quick?.add(left, right, outcome);
  });
  const [k4, k8] = [slow?.ratings() ?? [], quick?.ratings() ?? []];
  return entrants.map((slug, number) => ({
    slug,
    k4: k4[number] ?? Number.NaN,
    k8: k8[number] ?? Number.NaN,
  }));
}

/**
 * A board that shows the slow ticker as ratings. Whoever has votes has one, so nobody is left out; it
 * has no intervals and therefore no ranks.
 */
export function toEloLeaderboard(leaderboard: Leaderboard, elo: readonly EloRow[]): Leaderboard {
  const ratings = new Map(elo.map(({ slug, k4 }) => [slug, k4]));
  const size = leaderboard.entrants.length;
  const [predicted, residuals, above] = [noCells(size), noCells(size), noCells(size)];
  return sortLeaderboard({
    ...leaderboard,
    method: "online-elo/1",
    intervals: { kind: "plain", inflationThroughSeq: null, voters: null, prompts: null },
    entrants: leaderboard.entrants.map((row) => ({
      ...row,
      ...{ rank: null, rankRange: null, rating: ratings.get(row.slug) ?? null },
      ...{ lower: null, upper: null, status: "rated", reason: null },
    })),
    matrix: { ...leaderboard.matrix, predicted, residuals, above },
  });
}
