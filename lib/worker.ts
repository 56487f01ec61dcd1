import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db";
import { WORKER_HEARTBEAT } from "@/lib/health/data";
import { type BoardState, getBoardState } from "@/lib/leaderboard/board-inputs";
import { listNewestSnapshots } from "@/lib/leaderboard/data";
import { keepBootstraps } from "@/lib/leaderboard/keep-bootstraps";
import { refreshBoards } from "@/lib/leaderboard/mutations";
import { thinSnapshots } from "@/lib/leaderboard/retention";
import { isRecomputeDue } from "@/lib/leaderboard/schedule";
import { logger } from "@/lib/logger";
import { runScheduledRecompute } from "@/lib/recompute/mutations";

/** How often new votes become ledger, tallies and boards. */
const PERIOD_MS = 1_000;

/** How often old snapshots are thinned out. */
const THINNING_PERIOD_MS = 10 * 60_000;

/**
 * Keeps ledger, tallies, boards and their bootstraps up to date until `signal` aborts. A failure (the database
 * restarts) is logged and tried again; nothing is held between rounds that a kill could lose.
 */
export async function runWorker(signal: AbortSignal): Promise<void> {
  await Promise.all([runRounds(signal), keepBootstraps(signal)]);
}

async function runRounds(signal: AbortSignal): Promise<void> {
  const round = createRound();
  while (!signal.aborted) {
    const begun = Date.now();
    try {
      await round();
      await beat();
    } catch (error) {
      logger.error({ err: error }, "the worker's round failed, the next one tries again");
    }
    const restMs = Math.max(0, PERIOD_MS - (Date.now() - begun));
    await sleep(restMs, undefined, { signal }).catch(() => undefined);
  }
}

/** One round: refresh when something changed, recompute when that is due, thin out now and then. */
function createRound(): () => Promise<void> {
  let settled: BoardState | null = null;
  let thinnedAt = 0;
  return async () => {
    const state = await getBoardState();
    const isSettled = state && state.seq === settled?.seq && state.version === settled.version;
    if (!isSettled) {
      const { ledgerEvents, boards, reached } = await refreshBoards(db, settled);
      const all = boards.find(({ board }) => board === "all");
      const newest = (await listNewestSnapshots(["all"])).get("all");
      if (all && isRecomputeDue(newest?.inflation, all, new Date())) await runScheduledRecompute();
      logger.debug({ ledgerEvents }, "boards refreshed");
      settled = reached;
    }
    if (Date.now() - thinnedAt < THINNING_PERIOD_MS) return;
    thinnedAt = Date.now();
    await thinSnapshots(new Date());
  };
}

async function beat(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO heartbeats (name, at) VALUES (${WORKER_HEARTBEAT}, now())
    ON CONFLICT (name) DO UPDATE SET at = excluded.at`;
}
