import "server-only";
import type pg from "pg";
import { MAKE_CREATION } from "@/lib/queue/job";
import { LIVENESS_LOCKS } from "@/lib/queue/liveness";

export type JobState = "waiting" | "running" | "retrying" | "failed";
export type JobCounts = Record<JobState, number> & { workers: number };

/** Tried and given up, tried and to be tried again, or not tried yet; a worker holds what runs. */
const STATE = `
  CASE WHEN j.locked_by IS NOT NULL THEN 'running' WHEN j.attempts = 0 THEN 'waiting'
       WHEN j.attempts < j.max_attempts THEN 'retrying' ELSE 'failed' END`;

/** How many jobs wait, run, wait for another try and failed for good, and how many workers live. Null before the queue's first use. */
export async function countJobs(pool: pg.Pool): Promise<JobCounts | null> {
  if (!(await isThere(pool))) return null;
  const { rows } = await pool.query<{ state: JobState; count: number }>(
    `SELECT ${STATE} AS state, count(*)::int AS count FROM graphile_worker.jobs j
     WHERE task_identifier = $1 GROUP BY 1`,
    [MAKE_CREATION],
  );
  const counts = { waiting: 0, running: 0, retrying: 0, failed: 0 };
  for (const { state, count } of rows) counts[state] = count;
  return { ...counts, workers: await countWorkers(pool) };
}

async function countWorkers(pool: pg.Pool): Promise<number> {
  const { rows } = await pool.query<{ count: number }>(
    `SELECT count(DISTINCT pid)::int AS count FROM pg_locks
     WHERE locktype = 'advisory' AND granted AND objsubid = 2 AND classid::bigint = $1
       AND database = (SELECT oid FROM pg_database WHERE datname = current_database())`,
    [LIVENESS_LOCKS],
  );
  return rows[0]?.count ?? 0;
}

export type Job = {
  key: string;
  state: JobState;
  tries: number;
  maxTries: number;
  /** The last one, null before any. */
  error: string | null;
  /** ISO 8601: when anything last happened to it. */
  at: string;
};

/** Jobs that run, failed or wait for another try, the newest first, so many at the most. Empty before the queue's first use. */
export async function listTriedJobs(limit: number, pool: pg.Pool): Promise<Job[]> {
  if (!(await isThere(pool))) return [];
  const { rows } = await pool.query<Omit<Job, "at"> & { at: Date }>(
    `SELECT key, ${STATE} AS state, attempts AS tries, max_attempts AS "maxTries", last_error AS error, updated_at AS at
     FROM graphile_worker.jobs j
     WHERE task_identifier = $1 AND key IS NOT NULL AND (locked_by IS NOT NULL OR attempts > 0)
     ORDER BY updated_at DESC LIMIT $2`,
    [MAKE_CREATION, limit],
  );
  return rows.map(({ at, ...job }) => ({ ...job, at: at.toISOString() }));
}

async function isThere(pool: pg.Pool): Promise<boolean> {
  const { rows } = await pool.query<{ isThere: boolean }>(
    `SELECT to_regclass('graphile_worker._private_jobs') IS NOT NULL AS "isThere"`,
  );
  return rows[0]?.isThere ?? false;
}
