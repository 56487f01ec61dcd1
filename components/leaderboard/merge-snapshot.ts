import { compareStanding } from "@/lib/leaderboard/board-order";
import type { BoardStandings, SnapshotEvent } from "@/lib/leaderboard/schema";

/** The board after an event, with the slugs of the rows that really differ from what was shown. */
export function mergeSnapshot(
  shown: BoardStandings,
  event: SnapshotEvent,
): { standings: BoardStandings; changed: string[] } {
  const before = new Map(shown.entrants.map((row) => [row.slug, JSON.stringify(row)]));
  // After a reconnect every row comes again, most of them unchanged.
  const changed = event.changed.filter((row) => before.get(row.slug) !== JSON.stringify(row));
  const rows = new Map(shown.entrants.map((row) => [row.slug, row]));
  for (const row of changed) rows.set(row.slug, row);
  const { computedAt, throughSeq, votes } = event;
  return {
    standings: {
      ...shown,
      ...{ computedAt, throughSeq, votes },
      entrants: [...rows.values()].sort(compareStanding),
    },
    changed: changed.map(({ slug }) => slug),
  };
}
