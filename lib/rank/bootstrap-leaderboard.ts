import type { BoardRow, Leaderboard } from "@/lib/leaderboard/schema";
import type { Bootstrap } from "@/lib/rating/bootstrap";
import { intervalRanks } from "@/lib/rating/ranks";
import { noCells, sortLeaderboard } from "./leaderboard-body";

/**
 * A board with the bootstrap's percentiles as bounds and the ranks that follow from them. What normal
 * draws say (rank ranges, P(A above B)) has no place beside them.
 */
export function toBootstrapLeaderboard(
  leaderboard: Leaderboard,
  { entrants }: Bootstrap,
): Leaderboard {
  const bounds = new Map(entrants.map((row) => [row.slug, row]));
  const rows = leaderboard.entrants.map((row) => ({
    ...row,
    rankRange: null,
    lower: bounds.get(row.slug)?.lower ?? null,
    upper: bounds.get(row.slug)?.upper ?? null,
  }));
  return sortLeaderboard({
    ...leaderboard,
    method: "bt-mle-bootstrap/1",
    intervals: { kind: "bootstrap", inflationThroughSeq: null, voters: null, prompts: null },
    entrants: withRanks(rows),
    matrix: { ...leaderboard.matrix, above: noCells(rows.length) },
  });
}

/** The rows with rank = 1 + entrants whose interval lies wholly above; null without an interval. */
export function withRanks(rows: readonly BoardRow[]): BoardRow[] {
  const places: number[] = [];
  const intervals: { lower: number; upper: number }[] = [];
  rows.forEach(({ lower, upper }, place) => {
    if (lower === null || upper === null) return;
    places.push(place);
    intervals.push({ lower, upper });
  });
  const ranks = new Map<number, number>();
  intervalRanks(intervals).forEach((rank, index) => {
    ranks.set(places[index] ?? 0, rank);
  });
  return rows.map((row, place) => ({ ...row, rank: ranks.get(place) ?? null }));
}
