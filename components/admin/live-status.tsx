"use client";

import type { ArenaStatus } from "@/lib/admin/status-schema";
import { AdminSection } from "./admin-section";
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
      <AdminSection id="votes-a-minute" title="Votes a minute">
        <VoteChart minutes={votes.minutes} />
      </AdminSection>
      <AdminSection id="health" title="Health">
        <StatusTiles status={status} />
      </AdminSection>
      <RecomputePanel
        recompute={recompute}
        plan={plan}
        mayRecompute={mayRecompute}
        at={at}
        onAsked={askNow}
      />
      <AdminSection id="boards" title="Boards">
        <BoardList boards={boards} at={at} />
      </AdminSection>
    </div>
  );
}
