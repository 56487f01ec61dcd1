import "server-only";
import { createHash } from "node:crypto";
import { db as defaultDb, type Prisma } from "@/lib/db";
import { type ComputedBoard, computeLeaderboard } from "@/lib/leaderboard/compute";
import { readBoardInputs } from "@/lib/leaderboard/data";
import { listBoardNames } from "@/lib/leaderboard/scope";
import { appendLedger } from "@/lib/ledger/mutations";

/** Snapshots are computed by one process at a time, so a board's newest is never an older one. */
const SNAPSHOT_LOCK = 7_301_002;

/** The channel on which every web process hears of new snapshots; the payload is `<board> <snapshot id>`. */
export const SNAPSHOT_CHANNEL = "polyduel_snapshots";

export type RefreshReport = {
  ledgerEvents: number;
  boards: { board: string; votes: number; throughSeq: number; isNew: boolean }[];
};

/** Brings ledger, tallies and every board up to now. A board whose inputs did not change keeps its snapshot. */
export async function refreshBoards(db = defaultDb): Promise<RefreshReport> {
  const ledgerEvents = await appendLedger(db);
  const boards = await db.$transaction(computeBoards, { timeout: 60_000, maxWait: 60_000 });
  return { ledgerEvents, boards };
}

async function computeBoards(tx: Prisma.TransactionClient): Promise<RefreshReport["boards"]> {
  await tx.$queryRaw`SELECT pg_advisory_xact_lock(${SNAPSHOT_LOCK})::text`;
  const inputs = await readBoardInputs(tx);
  const boards = listBoardNames([...inputs.executions, ...inputs.tallies]);
  const newest = await listNewestHashes(boards, tx);
  const reports: RefreshReport["boards"] = [];
  for (const board of boards) {
    const computed = computeLeaderboard(board, inputs);
    const contentHash = hashOf(computed);
    const isNew = newest.get(board) !== contentHash;
    if (isNew) await storeSnapshot({ computed, contentHash, throughSeq: inputs.throughSeq }, tx);
    reports.push({ board, votes: computed.votes, throughSeq: inputs.throughSeq, isNew });
  }
  return reports;
}

async function listNewestHashes(
  boards: string[],
  tx: Prisma.TransactionClient,
): Promise<Map<string, string>> {
  const rows = await tx.$queryRaw<{ board: string; contentHash: string }[]>`
    SELECT wanted.board, newest.content_hash AS "contentHash"
    FROM unnest(${boards}::text[]) AS wanted (board),
         LATERAL (SELECT content_hash FROM snapshots s WHERE s.board = wanted.board
                  ORDER BY computed_at DESC LIMIT 1) AS newest`;
  return new Map(rows.map((row) => [row.board, row.contentHash]));
}

/** The computation is deterministic, so equal results mean equal inputs. */
function hashOf(computed: ComputedBoard): string {
  return createHash("sha256").update(JSON.stringify(computed)).digest("hex");
}

type NewSnapshot = { computed: ComputedBoard; contentHash: string; throughSeq: number };

async function storeSnapshot(
  { computed, contentHash, throughSeq }: NewSnapshot,
  tx: Prisma.TransactionClient,
): Promise<void> {
  const { board, method, seed, votes, entrants, matrix } = computed;
  const { id } = await tx.snapshot.create({
    data: {
      board,
      method,
      seed,
      votes,
      entrants,
      matrix,
      parameters: { intervals: "plain sandwich", scale: "400/ln 10", mean: 1000 },
      throughSeq,
      contentHash,
      // The transaction's own clock is when it began to wait for the lock; this one follows the order of snapshots.
      computedAt: new Date(),
    },
    select: { id: true },
  });
  await tx.$queryRaw`SELECT pg_notify(${SNAPSHOT_CHANNEL}, ${`${board} ${id}`})::text`;
}
