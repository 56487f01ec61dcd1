import "server-only";
import type pg from "pg";
import { getRecomputePlan, listBoardStatus } from "@/lib/admin/board-status";
import type { ArenaStatus } from "@/lib/admin/status-schema";
import { getVoteRate } from "@/lib/admin/vote-rate";
import { type Db, db as defaultDb, pool as defaultPool } from "@/lib/db";
import { isWorkerAlive, WORKER_HEARTBEAT } from "@/lib/health/data";
import { countJobs } from "@/lib/queue/job-data";
import { getRecompute } from "@/lib/recompute/data";

type Figures = {
  at: Date;
  waiting: number;
  lastSeq: number;
  lastAge: number | null;
  workerAge: number | null;
  version: string;
  sizeBytes: number;
  connections: number;
  maxConnections: number;
  oldestTransactionAge: number | null;
};

/** Everything a maintainer watches, read at one go; what it costs does not grow with the votes. */
export async function getArenaStatus(
  db: Db = defaultDb,
  pool: pg.Pool = defaultPool,
): Promise<ArenaStatus> {
  const [figures, rate, boards, queue, recompute, plan] = await Promise.all([
    getFigures(db),
    getVoteRate(db),
    listBoardStatus(db),
    countJobs(pool),
    getRecompute(db),
    getRecomputePlan(db),
  ]);
  const { at, waiting, lastSeq, lastAge, workerAge, ...database } = figures;
  const all = boards.find(({ board }) => board === "all");
  return {
    at: at.toISOString(),
    votes: { ...rate, counted: all?.votes ?? 0 },
    ledger: { waiting, lastSeq, lastAge },
    snapshotAge: all ? Math.max(0, (at.getTime() - Date.parse(all.computedAt)) / 1000) : null,
    worker: { isAlive: isWorkerAlive(workerAge), age: workerAge },
    ...{ queue, database, boards, recompute, plan },
  };
}

async function getFigures(db: Db): Promise<Figures> {
  const [figures] = await db.$queryRaw<Figures[]>`
    SELECT now() AS at,
           (SELECT count(*) FROM ledger_inbox)::int AS waiting,
           coalesce(newest.seq, 0)::float8 AS "lastSeq",
           extract(epoch FROM now() - newest.at)::float8 AS "lastAge",
           extract(epoch FROM now() - (SELECT h.at FROM heartbeats h WHERE name = ${WORKER_HEARTBEAT}))::float8 AS "workerAge",
           current_setting('server_version') AS version,
           pg_database_size(current_database())::float8 AS "sizeBytes",
           (SELECT count(*) FROM pg_stat_activity WHERE backend_type = 'client backend')::int AS connections,
           current_setting('max_connections')::int AS "maxConnections",
           (SELECT extract(epoch FROM now() - min(xact_start)) FROM pg_stat_activity
            WHERE backend_type = 'client backend' AND pid <> pg_backend_pid())::float8 AS "oldestTransactionAge"
    FROM (SELECT 1) one LEFT JOIN LATERAL (SELECT seq, at FROM ledger ORDER BY seq DESC LIMIT 1) newest ON true`;
  if (!figures) throw new Error("The arena's figures could not be read");
  return figures;
}
