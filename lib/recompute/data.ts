import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import type { RecomputeState } from "@/lib/recompute/schema";

/** Whoever holds it runs the one full recompute of this time. */
export const RECOMPUTE_LOCK = 7_301_003;

type Row = Omit<RecomputeState, "state" | "startedAt" | "finishedAt"> & {
  startedAt: Date;
  finishedAt: Date | null;
  isAlive: boolean;
};

/** The newest full recompute, running or over; null before the first. */
export async function getRecompute(db: Db = defaultDb): Promise<RecomputeState | null> {
  const rows = await db.$queryRaw<Row[]>`
    SELECT started_by AS "startedBy", started_at AS "startedAt", finished_at AS "finishedAt", phase, done, total, board, error,
           EXISTS (SELECT FROM pg_locks
                   WHERE locktype = 'advisory' AND granted AND objsubid = 1 AND classid = 0 AND objid = ${RECOMPUTE_LOCK}::oid
                     AND database = (SELECT oid FROM pg_database WHERE datname = current_database())) AS "isAlive"
    FROM recomputes ORDER BY id DESC LIMIT 1`;
  const row = rows[0];
  if (!row) return null;
  const { isAlive, startedAt, finishedAt, ...rest } = row;
  return {
    ...rest,
    state: stateOf(row),
    startedAt: startedAt.toISOString(),
    finishedAt: finishedAt?.toISOString() ?? null,
  };
}

function stateOf({ finishedAt, error, isAlive }: Row): RecomputeState["state"] {
  if (finishedAt) return error === null ? "finished" : "failed";
  return isAlive ? "running" : "lost";
}
