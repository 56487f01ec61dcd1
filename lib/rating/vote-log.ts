import type { ClusteredVote } from "./clustered";
import type { Outcome } from "./outcome";

const CHUNK_BITS = 16;
const CHUNK = 1 << CHUNK_BITS;
const OUTCOMES: readonly Outcome[] = ["left", "right", "tie", "both_bad"];
/** Two entrants and an outcome share 32 bits: 15, 15 and 2. */
const MAX_ENTRANTS = 1 << 15;

type Chunk = { voter: Uint32Array; prompt: Uint32Array; battle: Uint32Array };

/**
 * Votes in columns, 12 bytes each, for callers whose file is in no useful order: `foldInflation` wants
 * the votes of one voter together. A database sorts better; this is for a CSV.
 */
export type VoteLog = {
  /** @throws RangeError for voters or prompts beyond 2³² or entrants beyond 2¹⁵. */
  add(vote: ClusteredVote): void;
  count(): number;
  /** Visits every vote, voter by voter in ascending order, within one in order of arrival. */
  forEachByVoter(visit: (vote: ClusteredVote) => void): void;
};

/** An empty log. Voters should be numbered from 0 without gaps: they are sorted by counting. */
export function createVoteLog(): VoteLog {
  const chunks: Chunk[] = [];
  let count = 0;
  let voters = 0;
  return {
    add(vote) {
      requireRange(vote);
      const offset = count % CHUNK;
      if (offset === 0) {
        chunks.push({
          voter: new Uint32Array(CHUNK),
          prompt: new Uint32Array(CHUNK),
          battle: new Uint32Array(CHUNK),
        });
      }
      const chunk = chunks[count >>> CHUNK_BITS];
      if (!chunk) return;
      chunk.voter[offset] = vote.voter;
      chunk.prompt[offset] = vote.prompt;
      chunk.battle[offset] =
        ((vote.left << 17) | (vote.right << 2) | OUTCOMES.indexOf(vote.outcome)) >>> 0;
      voters = Math.max(voters, vote.voter + 1);
      count++;
    },
    count: () => count,
    forEachByVoter(visit) {
      for (const index of byVoter(chunks, count, voters)) {
        const chunk = chunks[index >>> CHUNK_BITS];
        const offset = index % CHUNK;
        const battle = chunk?.battle[offset] ?? 0;
        visit({
          voter: chunk?.voter[offset] ?? 0,
          prompt: chunk?.prompt[offset] ?? 0,
          left: battle >>> 17,
          right: (battle >>> 2) % MAX_ENTRANTS,
          outcome: OUTCOMES[battle % 4] ?? "tie",
        });
      }
    },
  };
}

/** Indices of the votes, voter by voter: a stable counting sort. */
function byVoter(chunks: readonly Chunk[], count: number, voters: number): Uint32Array {
  const next = new Uint32Array(voters + 1);
  const voterOf = (index: number) => chunks[index >>> CHUNK_BITS]?.voter[index % CHUNK] ?? 0;
  for (let index = 0; index < count; index++) {
    const after = voterOf(index) + 1;
    next[after] = (next[after] ?? 0) + 1;
  }
  for (let voter = 1; voter <= voters; voter++) {
    next[voter] = (next[voter] ?? 0) + (next[voter - 1] ?? 0);
  }
  const order = new Uint32Array(count);
  for (let index = 0; index < count; index++) {
    const voter = voterOf(index);
    const place = next[voter] ?? 0;
    order[place] = index;
    next[voter] = place + 1;
  }
  return order;
}

function requireRange({ voter, prompt, left, right }: ClusteredVote): void {
  const isIndex = (value: number, limit: number) =>
    Number.isInteger(value) && value >= 0 && value < limit;
  const fits = isIndex(voter, 2 ** 32) && isIndex(prompt, 2 ** 32);
  if (!fits || !isIndex(left, MAX_ENTRANTS) || !isIndex(right, MAX_ENTRANTS)) {
    throw new RangeError("A vote's voter, prompt or entrant is no number that a log can hold.");
  }
}
