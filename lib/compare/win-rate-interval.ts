import { NORMAL_QUANTILE_95 } from "@/lib/rating/scale";
import { countRecord, type VoteRecord, winRateOf } from "@/lib/vote/vote-record";

/**
 * The 95 % interval of an observed win rate, as shares of one; null of no vote. Wilson (1927):
 * (p + z²/2n ± z·√(p(1−p)/n + z²/4n²)) / (1 + z²/n). It takes votes as independent, and halves as if they varied
 * like wins and losses, which they do less: with ties it is a little too wide.
 */
export function winRateInterval(record: VoteRecord): { lower: number; upper: number } | null {
  const p = winRateOf(record);
  if (p === null) return null;
  const n = countRecord(record);
  const square = NORMAL_QUANTILE_95 ** 2;
  const centre = p + square / (2 * n);
  const margin = NORMAL_QUANTILE_95 * Math.sqrt((p * (1 - p)) / n + square / (4 * n * n));
  const scale = 1 + square / n;
  return {
    lower: Math.max(0, (centre - margin) / scale),
    upper: Math.min(1, (centre + margin) / scale),
  };
}
