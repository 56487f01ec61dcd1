import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import type { EntrantSpec } from "@/lib/generation/entrant-file";
import { parseEntrants } from "@/lib/generation/entrant-file";
import type { Maker } from "@/lib/generation/maker";
import type { PlannedCreation } from "@/lib/generation/plan";
import type { MakeResult } from "@/lib/generation/run";
import { ToolError } from "@/lib/generation/tool-error";
import { getQueueStatus } from "@/lib/queue/data";
import { showLife } from "@/lib/queue/liveness";
import { enqueueCreations, releaseDeadWorkers } from "@/lib/queue/mutations";
import { workQueue } from "@/lib/queue/work-queue";

const [entrant] = parseEntrants(
  "entrants: [{ slug: quick, name: Quick, model: { provider: openai, id: q, name: Q } }]",
  { name: "test.yaml", folder: "/" },
) as [EntrantSpec];

const MADE: MakeResult = {
  ...{ kind: "made", status: "ok", failureFamily: null, attempts: 1, costUsd: null, seconds: 1 },
};

async function planOf(database: TestDatabase, count: number): Promise<PlannedCreation[]> {
  const { db } = database;
  await db.prompt.createMany({
    data: Array.from({ length: count }, (_, n) => {
      return { slug: `prompt-${n}`, title: `${n}`, text: `Thing ${n}`, category: "things" };
    }),
  });
  const track = { slug: "text-to-3d", display: "clay", takesImages: false } as const;
  const prompts = await db.prompt.findMany();
  return prompts.map((prompt) => ({ entrant, prompt, track, replicate: 0 }));
}

/** A worker in this process; what it makes goes into `made`. */
function startWorker(
  { url, pool, db }: TestDatabase,
  make: (planned: PlannedCreation) => Promise<MakeResult>,
): { stop: () => Promise<void>; ended: Promise<void> } {
  const stop = new AbortController();
  const maker: Maker = { make: (planned) => make(planned) };
  const ended = workQueue({
    ...{ databaseUrl: url, pool, db, maker, concurrency: 4, signal: stop.signal },
  });
  ended.catch(() => undefined);
  const end = async () => {
    stop.abort();
    await ended;
  };
  onTestFinished(() => end().catch(() => undefined));
  return { stop: end, ended };
}

async function until(isTrue: () => boolean | Promise<boolean>): Promise<void> {
  const deadline = Date.now() + 30_000;
  while (!(await isTrue())) {
    if (Date.now() > deadline) throw new Error("did not come true within 30 s");
    await sleep(50);
  }
}

it("makes each creation once, on any number of workers", async () => {
  const database = await createTestDatabase();
  expect(await getQueueStatus(database.pool)).toBeNull();
  const plan = await planOf(database, 60);
  expect(await enqueueCreations(plan, database.pool)).toBe(60);
  expect(await enqueueCreations(plan, database.pool)).toBe(60);
  expect((await getQueueStatus(database.pool))?.entrants.get("quick")).toMatchObject({
    waiting: 60,
  });

  const made: string[] = [];
  const make = async ({ prompt }: PlannedCreation) => {
    await sleep(5);
    made.push(prompt.slug);
    return MADE;
  };
  startWorker(database, make);
  startWorker(database, make);
  await until(() => made.length >= 60);
  await until(async () => (await getQueueStatus(database.pool))?.entrants.size === 0);
  expect(new Set(made).size).toBe(60);
  expect(made).toHaveLength(60);
});

it("gives the jobs of dead workers back, and leaves those of living ones alone", async () => {
  const database = await createTestDatabase();
  const { pool, url } = database;
  await enqueueCreations(await planOf(database, 3), pool);
  const lock = async (prompt: string, poolId: string, seconds: number) =>
    pool.query(
      `UPDATE graphile_worker._private_jobs SET locked_by = $2, locked_at = now() - make_interval(secs => $3), attempts = 1
       WHERE key LIKE $1`,
      [`%/${prompt}/0`, poolId, seconds],
    );
  await lock("prompt-0", "pool-dead", 60);
  await lock("prompt-1", "pool-alive", 60);
  await lock("prompt-2", "pool-newborn", 1);
  const die = showLife(url, "pool-alive");
  onTestFinished(() => die());
  await until(async () => (await countLocks(pool)) === 1);

  expect(await releaseDeadWorkers(pool)).toEqual(["pool-dead"]);
  expect(await releaseDeadWorkers(pool)).toEqual([]);
  // Every job but the two that are still held.
  const made: string[] = [];
  const worker = startWorker(database, async ({ prompt }) => {
    made.push(prompt.slug);
    return MADE;
  });
  await until(() => made.length === 1);
  await worker.stop();
  await die();
  await until(async () => (await countLocks(pool)) === 0);
  expect(await releaseDeadWorkers(pool)).toEqual(["pool-alive"]);
  expect(made).toEqual(["prompt-0"]);
});

it("shows life again after its connection was cut", async () => {
  const { pool, url } = await createTestDatabase();
  const die = showLife(url, "pool-cut");
  onTestFinished(() => die());
  await until(async () => (await countLocks(pool)) === 1);
  await pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_locks WHERE locktype = 'advisory' AND classid = 7301001",
  );
  await until(async () => (await countLocks(pool)) === 1);
});

it("tries again what a provider failed at, and says so", async () => {
  const database = await createTestDatabase();
  await enqueueCreations(await planOf(database, 1), database.pool);
  const worker = startWorker(database, async () => ({
    kind: "unmade",
    reason: "503 from the model",
    costUsd: null,
    isProviderDown: true,
  }));
  await until(async () => (await getQueueStatus(database.pool))?.errors.length === 1);
  await worker.stop();
  const status = await getQueueStatus(database.pool);
  expect(status?.entrants.get("quick")).toMatchObject({ retrying: 1 });
  expect(status?.errors[0]).toMatchObject({ tries: 1, error: "503 from the model" });
});

it("takes no more jobs on a machine that cannot bake", async () => {
  const database = await createTestDatabase();
  await enqueueCreations(await planOf(database, 1), database.pool);
  const worker = startWorker(database, async () => {
    throw new ToolError("Blender is gone.");
  });
  await expect(worker.ended).rejects.toThrow("Blender is gone.");
});

async function countLocks(pool: TestDatabase["pool"]): Promise<number> {
  const { rowCount } = await pool.query(
    "SELECT FROM pg_locks WHERE locktype = 'advisory' AND granted AND classid = 7301001",
  );
  return rowCount ?? 0;
}
