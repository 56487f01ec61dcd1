import "server-only";
import { createHash } from "node:crypto";
import { db as defaultDb, pool as defaultPool, Prisma } from "@/lib/db";
import {
  type BoardState,
  getCatalogue,
  listBoardsSince,
  readBoardInputs,
} from "@/lib/leaderboard/board-inputs";
import {
  type ComputedBoard,
  computeLeaderboard,
  type StoredInflation,
} from "@/lib/leaderboard/compute";
import { listNewestSnapshots } from "@/lib/leaderboard/data";
import { computeInflations } from "@/lib/leaderboard/inflation";
import { appendLedger } from "@/lib/ledger/mutations";
import type { OnProgress } from "@/lib/recompute/schema";

/** Snapshots are computed by one process at a time, so a board's newest is never an older one. */
const SNAPSHOT_LOCK = 7_301_002;

/** The channel on which every web process hears of new snapshots; the payload is the board. */
export const SNAPSHOT_CHANNEL = "polyduel_snapshots";

export type BoardReport = { board: string; votes: number; throughSeq: number; isNew: boolean };
export type RefreshReport = { ledgerEvents: number; boards: BoardReport[] };

/**
 * Brings ledger and tallies up to now, and every board that may have changed since a state: without one, all of them.
 * A board whose inputs did not change keeps its snapshot. Intervals are the plain sandwich's times the inflation of
 * the last full recompute, so the cost does not depend on how many votes there are. Returns the state that all boards
 * have reached, which they may be ahead of.
 */
export async function refreshBoards(
  db = defaultDb,
  since: BoardState | null = null,
): Promise<RefreshReport & { reached: BoardState }> {
  const ledgerEvents = await appendLedger(db);
  const catalogue = await getCatalogue(db);
  const last = await db.ledger.findFirst({ orderBy: { seq: "desc" }, select: { seq: true } });
  const boards = await listBoardsSince(since, catalogue, db);
  const reports = await computeBoards(boards, { found: null, db, onProgress: quietly });
  const reached = { seq: Number(last?.seq ?? 0), version: catalogue.version };
  return { ledgerEvents, boards: reports, reached };
}

/** For whom nobody watches. */
async function quietly(): Promise<void> {}

/** Brings all boards up to now after a full recompute: the clustered intervals are found anew from every vote of the ledger. */
export async function recomputeBoards(
  db = defaultDb,
  pool = defaultPool,
  now = new Date(),
  onProgress: OnProgress = quietly,
): Promise<RefreshReport> {
  await onProgress({ phase: "ledger" });
  const ledgerEvents = await appendLedger(db);
  const found = await computeInflations(now, pool, onProgress);
  const boards = await listBoardsSince(null, await getCatalogue(db), db);
  return { ledgerEvents, boards: await computeBoards(boards, { found, db, onProgress }) };
}

type Computing = {
  /** Inflations of a full recompute; null to go on with those of the last one. */
  found: Map<string, StoredInflation> | null;
  db: typeof defaultDb;
  onProgress: OnProgress;
};

/** One board after the other, each to be seen as soon as it is there: the widest come first. */
async function computeBoards(
  boards: readonly string[],
  { found, db, onProgress }: Computing,
): Promise<BoardReport[]> {
  const reports: BoardReport[] = [];
  for (const [done, board] of boards.entries()) {
    await onProgress({ phase: "boards", done, total: boards.length, board });
    reports.push(
      await db.$transaction((tx) => refreshBoard({ board, found }, { db, tx }), {
        timeout: 60_000,
        maxWait: 60_000,
      }),
    );
  }
  return reports;
}

/** Computes one board; a new snapshot only when anything in it differs from the newest one. */
async function refreshBoard(
  { board, found }: { board: string } & Pick<Computing, "found">,
  { db, tx }: { db: typeof defaultDb; tx: Prisma.TransactionClient },
): Promise<BoardReport> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${SNAPSHOT_LOCK})::text`;
  const inputs = await readBoardInputs(board, db, tx);
  const newest = (await listNewestSnapshots([board], tx)).get(board);
  const inflation = (found ? found.get(board) : newest?.inflation) ?? null;
  const { throughSeq } = inputs;
  const computed = computeLeaderboard(board, inputs, inflation);
  const contentHash = hashOf(computed);
  const isNew = newest?.contentHash !== contentHash;
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
