import type { VoteCounts } from "@/lib/rating/canonical-votes";
import type { ClusteredVote } from "@/lib/rating/clustered";
import type { Outcome } from "@/lib/rating/outcome";
import type { VoteBytes } from "@/lib/vote-file/open-vote-file";
import { OUTCOMES } from "@/lib/vote-file/outcome-words";
import { readVoteFile } from "@/lib/vote-file/read-vote-file";
import type { FileVote, VoteFileSummary } from "@/lib/vote-file/vote-reader";
import { createPackedVotes, type PackedVotes } from "./packed-votes";
import { createSeqLog, type SeqLog } from "./seq-log";
import { createVoteCounter, type VoteCounter } from "./vote-counts";
import { inflationOf, type VoteInflation } from "./vote-inflation";

export type CountOptions = {
  board: string;
  /** Whether to find what clustering makes of intervals, where the file has voters or prompts. */
  clusters: boolean;
  /** Whether to remember the votes in ledger order. */
  order: boolean;
  onProgress?: ((read: number, size: number | null) => void) | undefined;
};

/** A vote file read to its end. */
export type CountedFile = {
  name: string;
  file: VoteFileSummary;
  counts: VoteCounts;
  /** Null when not asked for, or where the file has neither voters nor prompts. */
  inflation: VoteInflation | null;
  /** Visits every vote by seq, or as they came; none unless `order` was asked for. */
  forEachInOrder(visit: (left: number, right: number, outcome: Outcome) => void): void;
};

/**
 * Reads a vote file into tallies and whatever else is asked for, in one pass.
 * @throws VoteFileError when it cannot be read or has no row that counts.
 */
export async function countVotesOf(
  source: string | VoteBytes,
  { board, clusters, order, onProgress }: CountOptions,
): Promise<CountedFile> {
  const sink = createSink(clusters, order);
  const { counter, log, onVote } = sink;
  const file = await readVoteFile(source, { board, clusters, onProgress, onVote });
  const counts = { entrants: file.entrants, tallies: counter.tallies() };
  const canCluster = clusters && (file.hasVoters || file.hasPrompts);
  return {
    name: typeof source === "string" ? source : source.name,
    file,
    counts,
    inflation: canCluster ? inflationIn(sink, file, counts) : null,
    forEachInOrder: (visit) =>
      log.visitInOrder((cell) =>
        visit(counter.leftOf(cell), counter.rightOf(cell), OUTCOMES[cell & 3] ?? "tie"),
      ),
  };
}

/**
 * Where votes go while a file is read. What is made here is out of sight of the closures above, which
 * live on: else they would keep all the packed votes in memory while the board is computed.
 */
type Sink = {
  counter: VoteCounter;
  packed: PackedVotes;
  log: SeqLog;
  onVote: (vote: FileVote) => void;
};

function createSink(clusters: boolean, order: boolean): Sink {
  const counter = createVoteCounter();
  const packed = createPackedVotes();
  const log = createSeqLog();
  return {
    counter,
    packed,
    log,
    onVote({ left, right, outcome, voter, prompt, seq }) {
      const cell = counter.add(left, right, outcome);
      if (clusters) packed.add(voter, prompt, cell);
      if (order) log.add(seq, cell);
    },
  };
}

function inflationIn(
  { packed, counter }: Sink,
  file: VoteFileSummary,
  counts: VoteCounts,
): VoteInflation {
  const vote: ClusteredVote = { voter: 0, prompt: 0, left: 0, right: 0, outcome: "tie" };
  return inflationOf(counts, (visit) =>
    packed.forEachByVoter((voter, prompt, cell) => {
      vote.voter = voter;
      // The first prompts were numbered before there turned out to be too many.
      vote.prompt = file.hasPrompts ? prompt : 0;
      vote.left = counter.leftOf(cell);
      vote.right = counter.rightOf(cell);
      vote.outcome = OUTCOMES[cell & 3] ?? "tie";
      visit(vote);
    }),
  );
}
