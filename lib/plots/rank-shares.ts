import type { StoredBootstrap } from "@/lib/leaderboard/bootstraps";
import { compareText } from "@/lib/rating/canonical-votes";

/** One entrant's ranks in the bootstrap. */
export type RankRow = {
  slug: string;
  name: string;
  /** Rounds that put it on rank 1, 2, … */
  counts: number[];
  /** The same as shares of the rounds kept. */
  shares: number[];
  /** Mean rank, which orders the rows. */
  mean: number;
};

export type RankShares = {
  /** Rounds that count: those in which the votes drawn connected everyone. */
  kept: number;
  /** The best mean rank first; who was not rated then is missing. */
  rows: RankRow[];
  /** How many ranks there are. */
  ranks: number;
};

/** How often each rank came up for each entrant of a bootstrap. */
export function toRankShares(
  { rounds, dropped, entrants }: StoredBootstrap,
  names: ReadonlyMap<string, string>,
): RankShares {
  const kept = rounds - dropped;
  const rows = entrants.flatMap(({ slug, ranks }) => {
    if (ranks === null || kept === 0) return [];
    const total = ranks.reduce((sum, count, index) => sum + count * (index + 1), 0);
    return {
      ...{ slug, name: names.get(slug) ?? slug, counts: ranks },
      shares: ranks.map((count) => count / kept),
      mean: total / kept,
    };
  });
  rows.sort((one, other) => one.mean - other.mean || compareText(one.slug, other.slug));
  return { kept, rows, ranks: rows.length };
}
