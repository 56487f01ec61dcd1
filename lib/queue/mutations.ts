import "server-only";
import { makeWorkerUtils, type WorkerUtils } from "graphile-worker";
import type pg from "pg";
import type { PlannedCreation } from "@/lib/generation/plan";
import { MAKE_CREATION, MAX_TRIES, type QueueJob, toJobKey } from "@/lib/queue/job";
import { LIVENESS_LOCKS } from "@/lib/queue/liveness";
import { queueLogger } from "@/lib/queue/queue-logger";

/** A job locked for less than this is never taken from its worker: it may not have shown life yet. */
const GRACE_SECONDS = 10;

/** Puts creations on the queue, each once; makes the queue's tables on first use. Returns how many are new. */
export async function enqueueCreations(
  planned: readonly PlannedCreation[],
  pool: pg.Pool,
): Promise<number> {
  return withUtils(pool, async (utils) => {
    await utils.migrate();
    const running = await listRunningKeys(pool);
    const jobs = planned
      .map(({ entrant, prompt, track, replicate }): QueueJob => {
        return { entrant, prompt: prompt.slug, track: track.slug, replicate };
      })
      .filter((job) => !running.has(toJobKey(job)));
    // A job that waits or has failed for good is replaced, and so tried again from the start.
    await utils.addJobs(
      jobs.map((job) => ({
        identifier: MAKE_CREATION,
        payload: job,
        jobKey: toJobKey(job),
        maxAttempts: MAX_TRIES,
      })),
    );
    return jobs.length;
  });
}

async function listRunningKeys(pool: pg.Pool): Promise<Set<string>> {
  const { rows } = await pool.query<{ key: string }>(
    "SELECT key FROM graphile_worker.jobs WHERE task_identifier = $1 AND locked_at IS NOT NULL",
    [MAKE_CREATION],
  );
  return new Set(rows.map(({ key }) => key));
}

/** Makes the queue's tables, or brings them up to this version. Safe to race. */
export async function migrateQueue(pool: pg.Pool): Promise<void> {
  await withUtils(pool, (utils) => utils.migrate());
}

/**
 * Gives the jobs of dead worker pools back to the queue, at once: graphile-worker itself would wait four hours.
 * A pool is dead when nobody holds its lock (see liveness.ts). Returns the pools.
 */
export async function releaseDeadWorkers(pool: pg.Pool): Promise<string[]> {
  const { rows } = await pool.query<{ pool_id: string }>(
    `SELECT locked_by AS pool_id FROM graphile_worker.jobs
     WHERE locked_by IS NOT NULL
     GROUP BY locked_by
     HAVING min(locked_at) < now() - make_interval(secs => $2)
       AND NOT EXISTS (
         SELECT FROM pg_locks
         WHERE locktype = 'advisory' AND granted
           AND database = (SELECT oid FROM pg_database WHERE datname = current_database())
           AND classid::bigint = $1
           AND objid::bigint = hashtext(locked_by)::bigint & 4294967295 AND objsubid = 2
       )`,
    [LIVENESS_LOCKS, GRACE_SECONDS],
  );
  const dead = rows.map((row) => row.pool_id);
  if (dead.length > 0) await withUtils(pool, (utils) => utils.forceUnlockWorkers(dead));
  return dead;
}

async function withUtils<Result>(
  pool: pg.Pool,
  work: (utils: WorkerUtils) => Promise<Result>,
): Promise<Result> {
  const utils = await makeWorkerUtils({ pgPool: pool, logger: queueLogger });
  try {
    return await work(utils);
  } finally {
    await utils.release();
  }
}
