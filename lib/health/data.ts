import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { logger } from "@/lib/logger";

/** The worker says it lives every second; this long a silence means that it does not. */
const WORKER_SILENCE_SECONDS = 30;

export const WORKER_HEARTBEAT = "worker";

export type Health = {
  status: "ok" | "unavailable";
  database: "ok" | "unreachable";
  /** A missing worker delays boards; battles and votes go on, so the node still serves. */
  worker: "ok" | "missing";
  snapshotAgeSeconds: number | null;
};

type Ages = { worker: number | null; snapshot: number | null };

/** Whether a worker that was last seen so many seconds ago lives; null: never seen. */
export function isWorkerAlive(ageSeconds: number | null): boolean {
  return ageSeconds !== null && ageSeconds < WORKER_SILENCE_SECONDS;
}

/** What a load balancer and a maintainer want to know. Never throws. */
export async function getHealth(db: Db = defaultDb): Promise<Health> {
  try {
    const rows = await db.$queryRaw<Ages[]>`
      SELECT extract(epoch FROM now() - (SELECT at FROM heartbeats WHERE name = ${WORKER_HEARTBEAT}))::float8 AS worker,
             extract(epoch FROM now() - (SELECT computed_at FROM snapshots WHERE board = 'all'
                                         ORDER BY computed_at DESC LIMIT 1))::float8 AS snapshot`;
    const ages = rows[0] ?? { worker: null, snapshot: null };
    return {
      status: "ok",
      database: "ok",
      worker: isWorkerAlive(ages.worker) ? "ok" : "missing",
      snapshotAgeSeconds: ages.snapshot,
    };
  } catch (error) {
    logger.error({ error }, "the database does not answer");
    return {
      status: "unavailable",
      database: "unreachable",
      worker: "missing",
      snapshotAgeSeconds: null,
    };
  }
}
