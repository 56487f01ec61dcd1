import "server-only";
import { db as defaultDb } from "@/lib/db";
import { compareTallies, type TallyDifference } from "@/lib/ledger/tallies";

export type LedgerReport = {
  throughSeq: bigint;
  events: bigint;
  /** True when the places run 1, 2, 3 … without a hole. */
  isGapless: boolean;
  differences: TallyDifference[];
};

/** Checks the ledger and the tallies at one moment, also while votes come in. Never writes. */
export async function verifyLedger(db = defaultDb): Promise<LedgerReport> {
  return db.$transaction(
    async (tx) => {
      const rows = await tx.$queryRaw<{ events: bigint; throughSeq: bigint | null }[]>`
        SELECT count(*) AS events, max(seq) AS "throughSeq" FROM ledger`;
      const events = rows[0]?.events ?? 0n;
      const throughSeq = rows[0]?.throughSeq ?? 0n;
      return {
        throughSeq,
        events,
        isGapless: events === throughSeq,
        differences: await compareTallies(tx),
      };
    },
    { isolationLevel: "RepeatableRead", timeout: 600_000 },
  );
}
