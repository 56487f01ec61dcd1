import type { BoardRow, Leaderboard, SnapshotEvent } from "@/lib/leaderboard/schema";

/** The board after an event, with the slugs of the rows that really differ from what was shown. */
export function mergeSnapshot(
  shown: Leaderboard,
  event: SnapshotEvent,
): { leaderboard: Leaderboard; changed: string[] } {
  const before = new Map(shown.entrants.map((row) => [row.slug, JSON.stringify(row)]));
  // After a reconnect every row comes again, most of them unchanged.
  const changed = event.changed.filter((row) => before.get(row.slug) !== JSON.stringify(row));
  const rows = new Map(shown.entrants.map((row) => [row.slug, row]));
  for (const row of changed) rows.set(row.slug, row);
  const { computedAt, throughSeq, votes } = event;
  return {
    leaderboard: {
      ...shown,
      ...{ computedAt, throughSeq, votes },
      entrants: [...rows.values()].sort(byStanding),
    },
    changed: changed.map(({ slug }) => slug),
  };
}

/** By rank, then rating, then slug; those not rated last. */
function byStanding(one: BoardRow, other: BoardRow): number {
  const rank = (one.rank ?? Number.POSITIVE_INFINITY) - (other.rank ?? Number.POSITIVE_INFINITY);
  if (rank < 0 || rank > 0) return rank;
  const rating = (other.rating ?? 0) - (one.rating ?? 0);
  if (rating !== 0) return rating;
  return one.slug < other.slug ? -1 : 1;
}
