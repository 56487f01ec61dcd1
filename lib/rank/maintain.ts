import "server-only";
import { withDatabase } from "@/lib/database/with-database";
import { recomputeBoards } from "@/lib/leaderboard/mutations";
import { verifyLedger } from "@/lib/ledger/verify";

/** What was found or done, in lines for the terminal. */
export type MaintenanceReport = { isGood: boolean; lines: string[] };

/**
 * Rebuilds the tallies from the ledger of the running or resting arena and compares; never writes.
 * Works while votes come in.
 */
export async function verifyArena(): Promise<MaintenanceReport> {
  return withDatabase(async ({ db }) => {
    const { events, throughSeq, isGapless, differences } = await verifyLedger(db);
    const order = isGapless ? "gapless" : `NOT gapless: the last is number ${throughSeq}`;
    return {
      isGood: isGapless && differences.length === 0,
      lines: [
        `Ledger: ${events} events, ${order}.`,
        differences.length === 0
          ? "Tallies: equal to a rebuild from the ledger."
          : `Tallies: ${differences.length} differ from a rebuild.`,
        ...differences.map(
          ({ table, key, stored, rebuilt }) =>
            `  ${table} ${key}: stored ${stored}, rebuilt ${rebuilt}`,
        ),
      ],
    };
  });
}

/** Brings ledger, tallies and boards up to now, clustered intervals included. */
export async function recomputeArena(): Promise<MaintenanceReport> {
  return withDatabase(async ({ db, pool }) => {
    const begun = performance.now();
    const { ledgerEvents, boards } = await recomputeBoards(db, pool);
    const seconds = ((performance.now() - begun) / 1000).toFixed(2);
    return {
      isGood: true,
      lines: [
        `${ledgerEvents} new ledger events, ${boards.length} boards in ${seconds} s.`,
        ...boards.map(
          ({ board, votes, throughSeq, isNew }) =>
            `  ${board}: ${votes} votes through ${throughSeq}, ${isNew ? "new snapshot" : "unchanged"}`,
        ),
      ],
    };
  });
}
