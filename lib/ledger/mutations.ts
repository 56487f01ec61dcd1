import "server-only";
import { db as defaultDb, type Prisma } from "@/lib/db";
import { foldTallies } from "@/lib/ledger/tallies";

/** Whoever holds it is the one ledger writer: the worker, or a recompute. */
const LEDGER_LOCK = 7_301_001;

/** How many events one transaction places at the most, so that it stays short. */
const BATCH_SIZE = 5_000;

/**
 * Gives every newly visible vote, exclusion and restore its place in the ledger, gapless and in the order
 * they became visible, and folds them into the tallies in the same transaction.
 * Writers queue on an advisory lock; a kill at any point leaves whole batches. Returns the events placed.
 */
export async function appendLedger(db = defaultDb): Promise<number> {
  let total = 0;
  for (;;) {
    const placed = await appendBatch(db);
    total += placed;
    if (placed < BATCH_SIZE) return total;
  }
}

async function appendBatch(db: typeof defaultDb): Promise<number> {
  return db.$transaction(
    async (tx) => {
      await tx.$queryRaw`SELECT pg_advisory_xact_lock(${LEDGER_LOCK})::text`;
      const { first, last } = await placeEvents(tx);
      if (first === null || last === null) return 0;
      await foldTallies({ first, last }, tx);
      return Number(last - first) + 1;
    },
    { timeout: 60_000, maxWait: 60_000 },
  );
}

type Range = { first: bigint | null; last: bigint | null };

/** Moves a batch from the inbox to the ledger. The inbox's own order keeps one vote's events in theirs. */
async function placeEvents(tx: Prisma.TransactionClient): Promise<Range> {
  const rows = await tx.$queryRaw<Range[]>`
    WITH batch AS (
      DELETE FROM ledger_inbox WHERE id IN (SELECT id FROM ledger_inbox ORDER BY id LIMIT ${BATCH_SIZE})
      RETURNING id, kind, vote_id, exclusion_id
    ), placed AS (
      INSERT INTO ledger (seq, kind, vote_id, exclusion_id)
      SELECT coalesce((SELECT max(seq) FROM ledger), 0) + row_number() OVER (ORDER BY id), kind, vote_id, exclusion_id
      FROM batch
      RETURNING seq
    )
    SELECT min(seq) AS first, max(seq) AS last FROM placed`;
  return rows[0] ?? { first: null, last: null };
}
