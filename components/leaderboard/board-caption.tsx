import type { BoardStandings } from "@/lib/leaderboard/schema";
import { BoardProvenance } from "./board-provenance";

/** Below the ranking: where it comes from, and how to read it. */
export function BoardCaption({ standings }: { standings: BoardStandings }) {
  return (
    <div className="flex max-w-[90ch] flex-col gap-1.5 text-[13px] text-ink-3 leading-5">
      <BoardProvenance standings={standings} />
      <p>
        Rank is the range that is plausible at 95 %. Executes is the share of prompts whose first
        creation, after its repairs, made a mesh; only such objects meet others, so ratings are
        conditional on it.
      </p>
    </div>
  );
}
