import "server-only";
import type pg from "pg";
import { entrantOfKey, MAKE_CREATION } from "@/lib/queue/job";

type Counts = { waiting: number; running: number; retrying: number; failed: number };

export type QueueStatus = {
  entrants: Map<string, Counts>;
  /** Worker pools that hold a job now. */
  workers: number;
  /** The newest errors of jobs that were tried. */
  errors: { key: string; tries: number; error: string }[];
};

/** What waits, runs, waits for another try, and failed for good, by entrant. Null before the queue's first use. */
export async function getQueueStatus(pool: pg.Pool): Promise<QueueStatus | null> {
  const { rows: found } = await pool.query<{ isThere: boolean }>(
    `SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS "isThere"`,
  );
  if (!found[0]?.isThere) return null;
  const { rows } = await pool.query<JobRow>(
    `SELECT key, attempts, max_attempts AS "maxAttempts", locked_by AS "lockedBy", last_error AS "lastError"
     FROM graphile_worker.jobs WHERE task_identifier = $1 AND key IS NOT NULL ORDER BY updated_at DESC`,
    [MAKE_CREATION],
  );
  const status: QueueStatus = { entrants: new Map(), workers: 0, errors: [] };
  for (const row of rows) {
    const entrant = entrantOfKey(row.key);
    const counts = status.entrants.get(entrant) ?? {
      ...{ waiting: 0, running: 0, retrying: 0, failed: 0 },
    };
    counts[stateOf(row)]++;
    status.entrants.set(entrant, counts);
    if (row.lastError && status.errors.length < 5)
      status.errors.push({ key: row.key, tries: row.attempts, error: row.lastError });
  }
  status.workers = new Set(rows.flatMap(({ lockedBy }) => lockedBy ?? [])).size;
  return status;
}

type JobRow = {
  key: string;
  attempts: number;
  maxAttempts: number;
  lockedBy: string | null;
  lastError: string | null;
};

function stateOf({ lockedBy, attempts, maxAttempts }: JobRow): keyof Counts {
  if (lockedBy) return "running";
  if (attempts === 0) return "waiting";
  return attempts < maxAttempts ? "retrying" : "failed";
}
