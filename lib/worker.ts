import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import { db } from "@/lib/db";
import { WORKER_HEARTBEAT } from "@/lib/health/data";
import { refreshBoards } from "@/lib/leaderboard/mutations";
import { logger } from "@/lib/logger";

/** How often new votes become ledger, tallies and boards. */
const PERIOD_MS = 1_000;

/**
 * Keeps ledger, tallies and boards up to date until `signal` aborts. A failure (the database restarts) is
 * logged and tried again; nothing is held between rounds, so a kill loses nothing.
 */
export async function runWorker(signal: AbortSignal): Promise<void> {
  while (!signal.aborted) {
    try {
      const { ledgerEvents, boards } = await refreshBoards();
      await beat();
      const moved = boards.filter(({ isNew }) => isNew).map(({ board }) => board);
      if (moved.length > 0) logger.debug({ ledgerEvents, boards: moved }, "boards refreshed");
    } catch (error) {
      logger.error({ err: error }, "the worker's round failed, the next one tries again");
    }
    await sleep(PERIOD_MS, undefined, { signal }).catch(() => undefined);
  }
}

async function beat(): Promise<void> {
  await db.$executeRaw`
    INSERT INTO heartbeats (name, at) VALUES (${WORKER_HEARTBEAT}, now())
    ON CONFLICT (name) DO UPDATE SET at = excluded.at`;
}
