import "server-only";
import { Prisma } from "@/lib/db";

type SeqRange = { first: bigint; last: bigint };

/** What a range of the ledger adds to each tally: exclusions take their vote's outcome away, restores give it back. */
function deltas({ first, last }: SeqRange): Prisma.Sql {
  return Prisma.sql`
    SELECT b.track, b.category, b.display, b.left_entrant_id, b.right_entrant_id,
           sum(sign) FILTER (WHERE v.outcome = 'left') AS left_wins,
           sum(sign) FILTER (WHERE v.outcome = 'right') AS right_wins,
           sum(sign) FILTER (WHERE v.outcome = 'tie') AS ties,
           sum(sign) FILTER (WHERE v.outcome = 'both_bad') AS both_bad
    FROM ledger l
    CROSS JOIN LATERAL (SELECT CASE l.kind WHEN 'exclude' THEN -1 ELSE 1 END AS sign) s
    JOIN votes v ON v.id = l.vote_id
    JOIN battles b ON b.id = v.battle_id
    WHERE l.seq BETWEEN ${first} AND ${last}
    GROUP BY 1, 2, 3, 4, 5`;
}

/** Folds a range of the ledger into the tallies, in key order, so that folding never deadlocks. */
export async function foldTallies(range: SeqRange, tx: Prisma.TransactionClient): Promise<void> {
  // Two steps: a negative delta in an INSERT … ON CONFLICT would fail the check before the conflict is seen.
  await tx.$executeRaw`
    INSERT INTO tallies (track, category, display, left_entrant_id, right_entrant_id)
    SELECT track, category, display, left_entrant_id, right_entrant_id FROM (${deltas(range)}) d
    ORDER BY 1, 2, 3, 4, 5
    ON CONFLICT DO NOTHING`;
  await tx.$executeRaw`
    UPDATE tallies t
    SET left_wins = t.left_wins + coalesce(d.left_wins, 0), right_wins = t.right_wins + coalesce(d.right_wins, 0),
        ties = t.ties + coalesce(d.ties, 0), both_bad = t.both_bad + coalesce(d.both_bad, 0)
    FROM (${deltas(range)}) d
    WHERE (t.track, t.category, t.display, t.left_entrant_id, t.right_entrant_id)
        = (d.track, d.category, d.display, d.left_entrant_id, d.right_entrant_id)`;
}

export type TallyDifference = {
  track: string;
  category: string;
  leftEntrantId: string;
  rightEntrantId: string;
  stored: string;
  rebuilt: string;
};

/** Rebuilds the tallies from the whole ledger and lists every one that differs from what is stored. */
export async function compareTallies(db: Prisma.TransactionClient): Promise<TallyDifference[]> {
  return db.$queryRaw<TallyDifference[]>`
    WITH d AS (SELECT * FROM (${deltas({ first: 1n, last: 9_223_372_036_854_775_807n })}) d)
    SELECT track, category, left_entrant_id AS "leftEntrantId", right_entrant_id AS "rightEntrantId",
           concat_ws(' ', t.left_wins, t.right_wins, t.ties, t.both_bad) AS stored,
           concat_ws(' ', coalesce(d.left_wins, 0), coalesce(d.right_wins, 0), coalesce(d.ties, 0),
                     coalesce(d.both_bad, 0)) AS rebuilt
    FROM tallies t FULL JOIN d USING (track, category, display, left_entrant_id, right_entrant_id)
    WHERE (t.left_wins, t.right_wins, t.ties, t.both_bad)
          IS DISTINCT FROM (coalesce(d.left_wins, 0), coalesce(d.right_wins, 0), coalesce(d.ties, 0), coalesce(d.both_bad, 0))`;
}
