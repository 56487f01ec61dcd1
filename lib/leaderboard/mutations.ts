import "server-only";
import { createHash } from "node:crypto";
import { db as defaultDb, pool as defaultPool, Prisma } from "@/lib/db";
import {
  type BoardInputs,
  type ComputedBoard,
  computeLeaderboard,
  type StoredInflation,
} from "@/lib/leaderboard/compute";
import { listNewestSnapshots, readBoardInputs } from "@/lib/leaderboard/data";
import { computeInflations } from "@/lib/leaderboard/inflation";
import { listBoardNames } from "@/lib/leaderboard/scope";
import { appendLedger } from "@/lib/ledger/mutations";
import type { OnProgress } from "@/lib/recompute/schema";

/** Snapshots are computed by one process at a time, so a board's newest is never an older one. */
const SNAPSHOT_LOCK = 7_301_002;

/** The channel on which every web process hears of new snapshots; the payload is the board. */
export const SNAPSHOT_CHANNEL = "polyduel_snapshots";

export type BoardReport = { board: string; votes: number; throughSeq: number; isNew: boolean };
export type RefreshReport = { ledgerEvents: number; boards: BoardReport[] };

/**
 * Brings ledger, tallies and every board up to now. A board whose inputs did not change keeps its snapshot.
 * Intervals are the plain sandwich's times the inflation of the last full recompute, so the cost does not
 * depend on how many votes there are.
 */
export async function refreshBoards(db = defaultDb): Promise<RefreshReport> {
  const ledgerEvents = await appendLedger(db);
  return { ledgerEvents, boards: await computeBoards(null, { db, onProgress: quietly }) };
}

/** For whom nobody watches. */
async function quietly(): Promise<void> {}

/** The same, after a full recompute: the clustered intervals are found anew from every vote of the ledger. */
export async function recomputeBoards(
  db = defaultDb,
  pool = defaultPool,
  now = new Date(),
  onProgress: OnProgress = quietly,
): Promise<RefreshReport> {
  await onProgress({ phase: "ledger" });
  const ledgerEvents = await appendLedger(db);
  const inflations = await computeInflations(now, pool, onProgress);
  return { ledgerEvents, boards: await computeBoards(inflations, { db, onProgress }) };
}

async function computeBoards(
  found: Map<string, StoredInflation> | null,
  { db, onProgress }: { db: typeof defaultDb; onProgress: OnProgress },
): Promise<BoardReport[]> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${SNAPSHOT_LOCK})::text`;
      const inputs = await readBoardInputs(tx);
      const boards = listBoardNames([...inputs.executions, ...inputs.tallies]);
      const newest = await listNewestSnapshots(boards, tx);
      const reports: BoardReport[] = [];
      for (const [done, board] of boards.entries()) {
        await onProgress({ phase: "boards", done, total: boards.length, board });
        const known = newest.get(board);
        const inflation = (found ? found.get(board) : known?.inflation) ?? null;
        const refresh = { board, inputs, inflation, newestHash: known?.contentHash };
        reports.push(await refreshBoard(refresh, tx));
      }
      return reports;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

type Refresh = {
  board: string;
  inputs: BoardInputs;
  inflation: StoredInflation | null;
  newestHash: string | undefined;
};

/** Computes one board; a new snapshot only when anything in it differs from the newest one. */
async function refreshBoard(
  { board, inputs, inflation, newestHash }: Refresh,
  tx: Prisma.TransactionClient,
): Promise<BoardReport> {
  const computed = computeLeaderboard(board, inputs, inflation);
  const { throughSeq } = inputs;
  const contentHash = hashOf(computed);
  const isNew = newestHash !== contentHash;
  if (isNew) await storeSnapshot({ computed, inflation, contentHash, throughSeq }, tx);
  return { board, votes: computed.votes, throughSeq, isNew };
}

/** The computation is deterministic, so equal results mean equal inputs. */
function hashOf(computed: ComputedBoard): string {
  return createHash("sha256").update(JSON.stringify(computed)).digest("hex");
}

type NewSnapshot = {
  computed: ComputedBoard;
  inflation: StoredInflation | null;
  contentHash: string;
  throughSeq: number;
};

async function storeSnapshot(
  { computed, inflation, contentHash, throughSeq }: NewSnapshot,
  tx: Prisma.TransactionClient,
): Promise<void> {
  await tx.snapshot.create({
    data: {
      ...computed,
      inflation: inflation ?? Prisma.DbNull,
      throughSeq,
      contentHash,
      // The transaction's own clock is when it began to wait for the lock; this one follows the order of snapshots.
      computedAt: new Date(),
    },
    select: { id: true },
  });
  await tx.$queryRaw`SELECT pg_notify(${SNAPSHOT_CHANNEL}, ${computed.board})::text`;
}
