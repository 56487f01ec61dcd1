import { buttonClass } from "@/components/ui/button";
import { QuietLink } from "@/components/ui/quiet-link";
import type { BoardStandings } from "@/lib/leaderboard/schema";
import { BoardProvenance } from "./board-provenance";

/** A board on which nobody can be rated yet. */
export function EmptyBoard({ standings }: { standings: BoardStandings }) {
  const isUntouched = standings.votes === 0;
  return (
    <div className="flex flex-col items-start gap-4 rounded-card border border-line bg-surface p-6 sm:p-8">
      <div>
        <h2 className="font-semibold text-lg">
          {isUntouched ? "No votes yet" : "Nobody can be rated yet"}
        </h2>
        <p className="max-w-[60ch] pt-1 text-[15px] text-ink-2">
          {isUntouched
            ? "The first battles decide who stands here. Each takes half a minute."
            : "A rating appears once at least two entrants have tied, or both won and lost against each other, directly or through others."}
        </p>
      </div>
      <QuietLink href="/" className={buttonClass("primary")}>
        Judge a battle
      </QuietLink>
      <BoardProvenance standings={standings} />
    </div>
  );
}
