import { VOTES_CSV_URL } from "@/components/layout/site-header";
import { countText, timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { BoardStandings } from "@/lib/leaderboard/schema";
import { behind, boardFiles } from "./board-address";

const LINK = "text-ink-2 underline underline-offset-4 hover:text-ink";

/** What a board was computed from, when and how, and where to get it as data. */
export function BoardProvenance({ standings }: { standings: BoardStandings }) {
  const { board, votes, computedAt, throughSeq, method, seed } = standings;
  const counted = `${countText(votes)} ${votes === 1 ? "vote" : "votes"}`;
  return (
    <p className="text-[13px] text-ink-3 leading-5">
      {votes > 0 ? (
        <a href="#matrix" className={LINK}>
          {counted}
        </a>
      ) : (
        counted
      )}
      , up to number {countText(throughSeq)} of the ledger
      {computedAt !== null && (
        <>
          , computed <time dateTime={computedAt}>{timeText(computedAt)}</time>
        </>
      )}
      . Method {method}, seed {seed}.{" "}
      <a href={boardFiles.json(board)} className={LINK}>
        JSON
      </a>{" "}
      of this board,{" "}
      <a href={VOTES_CSV_URL} className={LINK}>
        CSV
      </a>{" "}
      of the votes,{" "}
      <QuietLink href={behind.plots(board)} className={LINK}>
        plots
      </QuietLink>
      .{" "}
      <QuietLink href="/methodology" className={LINK}>
        How all this is computed
      </QuietLink>
    </p>
  );
}
