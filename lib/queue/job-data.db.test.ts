import { makeWorkerUtils } from "graphile-worker";
import { expect, it, onTestFinished } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { MAKE_CREATION } from "@/lib/queue/job";
import { countJobs, listTriedJobs } from "@/lib/queue/job-data";
import { showLife } from "@/lib/queue/liveness";
import { queueLogger } from "@/lib/queue/queue-logger";

it("counts jobs by what became of them, and tells the errors of those that were tried", async () => {
  const { pool, url } = await createTestDatabase();
  expect(await countJobs(pool)).toBeNull();
  expect(await listTriedJobs(10, pool)).toEqual([]);
  const utils = await makeWorkerUtils({ pgPool: pool, logger: queueLogger });
  await utils.migrate();
  for (const key of ["waiting", "running", "retrying", "failed"])
    await utils.addJob(MAKE_CREATION, {}, { jobKey: `text-to-3d/quick/${key}/0`, maxAttempts: 3 });
  await utils.addJob("another task", {}, { jobKey: "x" });
  await utils.release();
  const change = (name: string, sql: string) =>
    pool.query(`UPDATE graphile_worker._private_jobs SET ${sql} WHERE key LIKE '%/${name}/0'`);
  await change("running", "attempts = 1, locked_by = 'pool', locked_at = now()");
  await change("retrying", "attempts = 2, last_error = 'busy'");
  await change("failed", "attempts = 3, last_error = 'refused'");
  const die = showLife(url, "pool");
  onTestFinished(() => die());

  const counts = { waiting: 1, running: 1, retrying: 1, failed: 1 };
  await expect.poll(() => countJobs(pool)).toEqual({ ...counts, workers: 1 });
  const jobs = await listTriedJobs(10, pool);
  expect(jobs.map(({ state, error, tries }) => ({ state, error, tries }))).toEqual(
    expect.arrayContaining([
      { state: "running", error: null, tries: 1 },
      { state: "retrying", error: "busy", tries: 2 },
      { state: "failed", error: "refused", tries: 3 },
    ]),
  );
  expect(jobs).toHaveLength(3);
  expect(await listTriedJobs(1, pool)).toHaveLength(1);
});
