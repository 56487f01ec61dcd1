import "server-only";
import { setTimeout as sleep } from "node:timers/promises";
import type pg from "pg";
import { v7 as uuidv7 } from "uuid";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { db as defaultDb, pool as defaultPool } from "@/lib/db";
import { type RefreshReport, recomputeBoards } from "@/lib/leaderboard/mutations";
import { RECOMPUTE_LOCK } from "@/lib/recompute/data";
import type { RecomputeProgress } from "@/lib/recompute/schema";

/** Between two tries to be the one that runs. */
const RETRY_MS = 250;
/** Rows older than this say nothing to anybody. */
const KEPT_DAYS = 30;

type Connections = { db: typeof defaultDb; pool: pg.Pool };

/**
 * The worker's own full recompute, when one is due (lib/leaderboard/schedule.ts). One runs at a time; another that was
 * asked for meanwhile waits, because it must count what the first one may have missed.
 */
export async function runScheduledRecompute(
  connections: Connections = { db: defaultDb, pool: defaultPool },
): Promise<RefreshReport> {
  return runAlone("worker", async () => undefined, connections);
}

/** A full recompute that somebody asked for, which the audit log says. Its progress is `getRecompute`'s, on every node. */
export async function runRecompute(
  actor: Actor,
  connections: Connections = { db: defaultDb, pool: defaultPool },
): Promise<RefreshReport> {
  const record: Begin = (tx) =>
    recordAction({ actor, action: "ratings.recompute", subject: "every board" }, tx);
  return runAlone(actor.name, record, connections);
}

type Begin = (tx: Parameters<typeof recordAction>[1]) => Promise<void>;

async function runAlone(
  startedBy: string,
  record: Begin,
  { db, pool }: Connections,
): Promise<RefreshReport> {
  const unlock = await lock(pool);
  try {
    const id = await begin(startedBy, record, db);
    try {
      const onProgress = (progress: RecomputeProgress) => note(id, progress, db);
      const report = await recomputeBoards(db, pool, new Date(), onProgress);
      await end({ id, error: null }, db);
      return report;
    } catch (error) {
      // The database may be what failed; then the lock is gone too, and the row counts as lost.
      await end({ id, error }, db).catch(() => undefined);
      throw error;
    }
  } finally {
    unlock();
  }
}

/** Takes the lock on a connection of its own; those who wait hold none, which the one that runs needs. */
async function lock(pool: pg.Pool): Promise<() => void> {
  for (;;) {
    const client = await pool.connect();
    // Ending the connection lets the lock go, whatever state it is in.
    const end = () => client.release(true);
    if (await tryLock(client).catch(endAndThrow(end))) return end;
    client.release();
    await sleep(RETRY_MS);
  }
}

async function tryLock(client: pg.PoolClient): Promise<boolean> {
  const { rows } = await client.query<{ isOurs: boolean }>(
    `SELECT pg_try_advisory_lock($1) AS "isOurs"`,
    [RECOMPUTE_LOCK],
  );
  return rows[0]?.isOurs ?? false;
}

function endAndThrow(end: () => void) {
  return (error: unknown): never => {
    end();
    throw error;
  };
}

async function begin(startedBy: string, record: Begin, db: typeof defaultDb): Promise<string> {
  const id = uuidv7();
  await db.$transaction(async (tx) => {
    const oldest = new Date(Date.now() - KEPT_DAYS * 86_400_000);
    await tx.recompute.deleteMany({ where: { startedAt: { lt: oldest } } });
    await tx.recompute.create({ data: { id, startedBy }, select: { id: true } });
    await record(tx);
  });
  return id;
}

async function end(
  { id, error }: { id: string; error: unknown },
  db: typeof defaultDb,
): Promise<void> {
  const text = error instanceof Error ? error.message : error && String(error);
  const data = {
    finishedAt: new Date(),
    error: typeof text === "string" ? text.slice(0, 500) : null,
  };
  await db.recompute.update({ where: { id }, data, select: { id: true } });
}

async function note(id: string, progress: RecomputeProgress, db: typeof defaultDb): Promise<void> {
  const { phase, done, total, board } = { done: 0, total: 0, board: null, ...progress };
  await db.recompute.update({
    where: { id },
    data: { phase, done, total, board },
    select: { id: true },
  });
}
