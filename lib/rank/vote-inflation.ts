import type { VoteCounts } from "@/lib/rating/canonical-votes";
import { type ClusteredVote, foldInflation } from "@/lib/rating/clustered";

/** By how much plain standard errors are too narrow, by slug, and from how many clusters that is known. */
export type VoteInflation = { factors: Map<string, number>; voters: number; prompts: number };

/**
 * The second pass of a full recompute over votes that come voter by voter: in whatever order voters and
 * their votes come, the same bits.
 */
export function inflationOf(
  counts: VoteCounts,
  forEachByVoter: (visit: (vote: ClusteredVote) => void) => void,
): VoteInflation {
  const fold = foldInflation(counts);
  forEachByVoter((vote) => fold.add(vote));
  const { inflation, voters, prompts } = fold.finish();
  const factors = new Map(counts.entrants.map((slug, index) => [slug, inflation[index] ?? 1]));
  return { factors, voters, prompts };
}
