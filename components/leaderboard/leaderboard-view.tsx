import { VOTES_CSV_URL } from "@/components/layout/site-header";
import { buttonClass } from "@/components/ui/button";
import { countText, timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { Leaderboard } from "@/lib/leaderboard/schema";
import { BoardSwitch } from "./board-switch";
import { BoardTable, type Mark } from "./board-table";
import { UnratedTable } from "./unrated-table";
import { WinRateMatrix } from "./win-rate-matrix";

type LeaderboardViewProps = {
  leaderboard: Leaderboard;
  boards: { board: string; label: string }[];
  mark: Mark;
};

/** A board as its snapshot says it, whole without JavaScript. */
export function LeaderboardView({ leaderboard, boards, mark }: LeaderboardViewProps) {
  const rated = leaderboard.entrants.filter(({ status }) => status === "rated");
  const unrated = leaderboard.entrants.filter(({ status }) => status === "not_rated");
  return (
    <>
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">Leaderboard</h1>
      <p className="max-w-[68ch] pt-1 pb-5 text-[15px] text-ink-2">
        Who writes the better 3D objects, by blind votes. Ratings are on the Elo scale with 95 %
        intervals; where intervals overlap, the order is not settled.
      </p>
      <BoardSwitch boards={boards} current={leaderboard.board} />
      <div className="pt-6">
        {rated.length > 0 ? (
          <BoardTable
            rows={rated}
            mark={mark}
            caption={<BoardCaption leaderboard={leaderboard} />}
          />
        ) : (
          <Empty leaderboard={leaderboard} />
        )}
      </div>
      {unrated.length > 0 && <UnratedTable rows={unrated} />}
      {leaderboard.votes > 0 && (
        <WinRateMatrix matrix={leaderboard.matrix} rows={leaderboard.entrants} />
      )}
    </>
  );
}

function BoardCaption({ leaderboard }: { leaderboard: Leaderboard }) {
  return (
    <div className="flex max-w-[90ch] flex-col gap-1.5 text-[13px] text-ink-3 leading-5">
      <Provenance leaderboard={leaderboard} />
      <p>
        Rank is the range that is plausible at 95 %. Executes is the share of prompts whose first
        script ran and made a mesh; only such objects meet others, so ratings are conditional on it.
      </p>
    </div>
  );
}

function Provenance({ leaderboard }: { leaderboard: Leaderboard }) {
  const { board, votes, computedAt, throughSeq, method, seed } = leaderboard;
  return (
    <p className="text-[13px] text-ink-3 leading-5">
      {countText(votes)} {votes === 1 ? "vote" : "votes"}, up to number {countText(throughSeq)} of
      the ledger
      {computedAt !== null && (
        <>
          , computed <time dateTime={computedAt}>{timeText(computedAt)}</time>
        </>
      )}
      . Method {method}, seed {seed}.{" "}
      <DataLink href={`/api/leaderboard?board=${board}`}>JSON</DataLink> of this board,{" "}
      <DataLink href={VOTES_CSV_URL}>CSV</DataLink> of the votes.{" "}
      <QuietLink
        href="/methodology"
        className="text-ink-2 underline underline-offset-4 hover:text-ink"
      >
        How all this is computed
      </QuietLink>
    </p>
  );
}

function DataLink({ href, children }: { href: string; children: string }) {
  return (
    <a href={href} className="text-ink-2 underline underline-offset-4 hover:text-ink">
      {children}
    </a>
  );
}

function Empty({ leaderboard }: { leaderboard: Leaderboard }) {
  return (
    <div className="flex flex-col items-start gap-4 rounded-card border border-line bg-surface p-6 sm:p-8">
      <div>
        <h2 className="font-semibold text-lg">
          {leaderboard.votes === 0 ? "No votes yet" : "Nobody can be rated yet"}
        </h2>
        <p className="max-w-[60ch] pt-1 text-[15px] text-ink-2">
          {leaderboard.votes === 0
            ? "The first battles decide who stands here. Each takes half a minute."
            : "A rating appears once at least two entrants have both won and lost against each other, directly or through others."}
        </p>
      </div>
      <QuietLink href="/" className={buttonClass("primary")}>
        Judge a battle
      </QuietLink>
      <Provenance leaderboard={leaderboard} />
    </div>
  );
}
