"use client";

import type { ArenaStatus } from "@/lib/admin/status-schema";
import { BoardList } from "./board-list";
import { RecomputePanel } from "./recompute-panel";
import { StatusTiles } from "./status-tiles";
import { useArenaStatus } from "./use-arena-status";
import { VoteChart } from "./vote-chart";

type LiveStatusProps = {
  /** What the server rendered. */
  initial: ArenaStatus;
  mayRecompute: boolean;
};

/** The overview, kept up to date in place while the page is visible. */
export function LiveStatus({ initial, mayRecompute }: LiveStatusProps) {
  const { status, trouble, askNow } = useArenaStatus(initial);
  const { votes, boards, recompute, plan, at } = status;
  return (
    <div className="flex flex-col gap-6">
      <p role="status" className="text-bad text-sm empty:hidden">
        {trouble}
      </p>
      <section aria-labelledby="votes-a-minute" className="flex flex-col gap-3">
        <h2 id="votes-a-minute" className="font-semibold text-[17px]">
          Votes a minute
        </h2>
        <VoteChart minutes={votes.minutes} />
      </section>
      <section aria-labelledby="health" className="flex flex-col gap-3">
        <h2 id="health" className="font-semibold text-[17px]">
          Health
        </h2>
        <StatusTiles status={status} />
      </section>
      <RecomputePanel
        recompute={recompute}
        plan={plan}
        mayRecompute={mayRecompute}
        at={at}
        onAsked={askNow}
      />
      <section aria-labelledby="boards" className="flex flex-col gap-3">
        <h2 id="boards" className="font-semibold text-[17px]">
          Boards
        </h2>
        <BoardList boards={boards} at={at} />
      </section>
    </div>
  );
}
