import "server-only";
import type pg from "pg";
import { pool as defaultPool } from "@/lib/db";
import { countJobs, type Job, type JobCounts, listTriedJobs } from "@/lib/queue/job-data";

const SHOWN_JOBS = 30;

/** Null before the queue's first use. */
export type QueueOverview = { counts: JobCounts; jobs: Job[] } | null;

/** The generation queue: how many jobs are where, and those that run or went wrong. */
export async function getQueueOverview(pool: pg.Pool = defaultPool): Promise<QueueOverview> {
  const counts = await countJobs(pool);
  return counts && { counts, jobs: await listTriedJobs(SHOWN_JOBS, pool) };
}
