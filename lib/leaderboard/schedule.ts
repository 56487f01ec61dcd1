import type { StoredInflation } from "@/lib/leaderboard/compute";

/** A full recompute when counted votes grew by a tenth: all of them together cost a constant a vote. */
export const GROWTH = 1.1;
/** However little came in, clustered intervals are not older than this. */
export const OLDEST_MS = 24 * 3600 * 1000;

/**
 * Whether the clustered intervals should be found anew from every vote: at the first vote, when the votes grew by
 * a tenth, and once a day as long as anything changed.
 */
export function isRecomputeDue(
  stored: StoredInflation | null | undefined,
  current: { votes: number; throughSeq: number },
  now: Date,
): boolean {
  if (!stored) return current.votes > 0;
  if (current.throughSeq === stored.throughSeq) return false;
  const isOld = now.getTime() - Date.parse(stored.computedAt) >= OLDEST_MS;
  return isOld || current.votes >= stored.votes * GROWTH;
}
