import type { CreationCard } from "@/lib/creation/schema";
import { countRecord, winRateOf } from "@/lib/vote/vote-record";

/**
 * A prompt's creations, the best first: by win rate, and of equal ones that with more votes; then those without a
 * vote; then those that failed. Names decide what is left.
 */
export function rankCreations(creations: readonly CreationCard[]): CreationCard[] {
  return [...creations].sort(
    (a, b) =>
      placeOf(b) - placeOf(a) ||
      countRecord(b.record) - countRecord(a.record) ||
      compareText(a.entrant.name, b.entrant.name) ||
      compareText(a.entrant.slug, b.entrant.slug) ||
      a.replicate - b.replicate,
  );
}

function placeOf({ status, record }: CreationCard): number {
  if (status !== "ok") return -2;
  return winRateOf(record) ?? -1;
}

function compareText(a: string, b: string): number {
  if (a === b) return 0;
  return a < b ? -1 : 1;
}
