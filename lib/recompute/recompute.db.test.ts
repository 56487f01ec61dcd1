import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { getRecompute, RECOMPUTE_LOCK } from "@/lib/recompute/data";
import { runRecompute, runScheduledRecompute } from "@/lib/recompute/mutations";
import { castVote } from "@/lib/vote/mutations";

const actor = { userId: null, name: "a maintainer" };
const SNAPSHOT_LOCK = 7_301_002;

it("shows how far it is while it runs, and that it ended", async () => {
  const { db, pool } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  for (let seed = 0; seed < 5; seed++)
    await castVote({ ...(await openBattle(db, { seed })), outcome: "left" }, db);
  expect(await getRecompute(db)).toBeNull();

  const holder = await pool.connect();
  await holder.query("SELECT pg_advisory_lock($1)", [SNAPSHOT_LOCK]);
  const running = runRecompute(actor, { db, pool });
  await expect
    .poll(() => getRecompute(db))
    .toMatchObject({
      state: "running",
      startedBy: "a maintainer",
      phase: "boards",
      done: 0,
      board: "all",
    });
  await holder.query("SELECT pg_advisory_unlock($1)", [SNAPSHOT_LOCK]);
  holder.release();

  const { boards } = await running;
  expect(boards.map(({ board }) => board)).toContain("all");
  expect(await getRecompute(db)).toMatchObject({
    state: "finished",
    phase: "boards",
    total: boards.length,
    error: null,
  });
  expect(await db.auditEntry.findMany()).toMatchObject([
    { action: "ratings.recompute", actor: "a maintainer" },
  ]);
});

it("runs one at a time, on however many connections; the worker's own is no entry of the log", async () => {
  const { db, pool } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  const runs = Array.from({ length: 15 }, () => runScheduledRecompute({ db, pool }));
  await Promise.all(runs);
  const rows = await db.recompute.findMany({ orderBy: { startedAt: "asc" } });
  expect(rows).toHaveLength(15);
  for (const [index, { startedAt }] of rows.entries())
    if (index > 0)
      expect(startedAt.getTime()).toBeGreaterThanOrEqual(
        Number(rows[index - 1]?.finishedAt?.getTime()) - 1,
      );
  expect(await db.auditEntry.count()).toBe(0);
});

it("tells one that failed from one whose process was killed", async () => {
  const { db, pool } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  await db.$executeRaw`ALTER TABLE snapshots ADD CONSTRAINT broken CHECK (board = '')`;
  await expect(runRecompute(actor, { db, pool })).rejects.toThrow();
  expect(await getRecompute(db)).toMatchObject({
    state: "failed",
    error: expect.stringContaining("broken"),
  });

  await db.recompute.create({ data: { startedBy: "a killed one" } });
  expect(await getRecompute(db)).toMatchObject({ state: "lost" });
  const holder = await pool.connect();
  await holder.query("SELECT pg_advisory_lock($1)", [RECOMPUTE_LOCK]);
  expect(await getRecompute(db)).toMatchObject({ state: "running" });
  holder.release(true);
  await expect.poll(() => getRecompute(db)).toMatchObject({ state: "lost" });
});
