import "server-only";
import { EventEmitter } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { type JobHelpers, run, type WorkerEvents } from "graphile-worker";
import type pg from "pg";
import type { PrismaClient } from "@/lib/generated/prisma/client.ts";
import { listPrompts } from "@/lib/generation/data";
import type { Maker } from "@/lib/generation/maker";
import { openTrack } from "@/lib/generation/mutations";
import { ToolError } from "@/lib/generation/tool-error";
import { logger } from "@/lib/logger";
import { jobSchema, MAKE_CREATION, toJobKey } from "@/lib/queue/job";
import { showLife } from "@/lib/queue/liveness";
import { migrateQueue, releaseDeadWorkers } from "@/lib/queue/mutations";
import { queueLogger } from "@/lib/queue/queue-logger";

/** How often a worker looks for jobs of workers that died. */
const RELEASE_PERIOD_MS = 5_000;

export type QueueWorkerOptions = {
  databaseUrl: string;
  pool: pg.Pool;
  db: PrismaClient;
  maker: Maker;
  /** Creations in the making at the same time. */
  concurrency: number;
  signal: AbortSignal;
};

/**
 * Takes creations from the queue until `signal` aborts; what runs then goes back to the queue. Throws a
 * `ToolError` when this machine turns out unable to bake, so that it takes no more jobs.
 */
export async function workQueue(options: QueueWorkerOptions): Promise<void> {
  const { databaseUrl, pool, concurrency, signal } = options;
  await migrateQueue(pool);
  const broken = new AbortController();
  const over = AbortSignal.any([signal, broken.signal]);
  const stopShowing: (() => Promise<void>)[] = [];
  const events: WorkerEvents = new EventEmitter();
  events.on("pool:create", ({ workerPool }) =>
    stopShowing.push(showLife(databaseUrl, workerPool.id)),
  );
  const runner = await run({
    ...{ pgPool: pool, concurrency, events, logger: queueLogger, noHandleSignals: true },
    gracefulShutdownAbortTimeout: 0,
    taskList: {
      [MAKE_CREATION]: (payload, helpers) =>
        makeJob(payload, helpers, options).catch((error) => {
          if (error instanceof ToolError) broken.abort(error);
          throw error;
        }),
    },
  });
  while (!over.aborted) {
    await sleep(RELEASE_PERIOD_MS, undefined, { signal: over }).catch(() => undefined);
    if (!over.aborted) await releaseAndTell(pool);
  }
  await runner.stop();
  for (const stop of stopShowing) await stop();
  if (broken.signal.aborted) throw broken.signal.reason;
}

async function releaseAndTell(pool: pg.Pool): Promise<void> {
  const dead = await releaseDeadWorkers(pool).catch((error) => {
    logger.error({ err: error }, "could not look for dead workers, will try again");
    return [];
  });
  if (dead.length > 0)
    logger.warn({ workers: dead }, "jobs of dead workers went back to the queue");
}

async function makeJob(
  payload: unknown,
  { abortSignal }: JobHelpers,
  { db, maker }: QueueWorkerOptions,
): Promise<void> {
  const job = jobSchema.parse(payload);
  const [prompt] = await listPrompts([job.prompt], db);
  if (!prompt) throw new Error(`There is no prompt ${job.prompt} any more.`);
  const { entrant, replicate } = job;
  const track = await openTrack(job.track, db);
  const result = await maker.make({ entrant, prompt, track, replicate }, { signal: abortSignal });
  const creation = toJobKey(job);
  if (result.kind === "unmade") throw new Error(result.reason);
  if (result.kind === "taken") logger.info({ creation }, "was made already");
  else logger.info({ creation, ...result }, "creation made");
}
