import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import pg from "pg";
import { logger } from "@/lib/logger";

/** First half of the advisory locks that living workers hold; the second is the hash of a worker pool's id. */
export const LIVENESS_LOCKS = 7_301_001;

const RECONNECT_DELAY_MS = 1_000;

/**
 * Shows the database that the worker pool `poolId` lives: a session lock, which Postgres lets go the moment the
 * process dies. Taken again over lost connections. Returns how to let it go.
 */
export function showLife(databaseUrl: string, poolId: string): () => Promise<void> {
  let isOver = false;
  let client: pg.Client | null = null;
  const hold = async () => {
    while (!isOver) {
      const fresh = new pg.Client({ connectionString: databaseUrl, keepAlive: true });
      const lost = new Promise<void>((resolve) => fresh.once("end", resolve));
      fresh.on("error", (error) => logger.debug({ err: error }, "liveness connection"));
      try {
        await fresh.connect();
        client = fresh;
        await fresh.query("SELECT pg_advisory_lock($1, hashtext($2))", [LIVENESS_LOCKS, poolId]);
        await lost;
      } catch (error) {
        logger.debug({ err: error }, "liveness lock not taken yet");
        await fresh.end().catch(() => undefined);
      }
      client = null;
      if (!isOver) await sleep(RECONNECT_DELAY_MS);
    }
  };
  const holding = hold();
  return async () => {
    isOver = true;
    await client?.end();
    await holding;
  };
}
