import "server-only";
import { Prisma } from "@/lib/db";

type SeqRange = { first: bigint; last: bigint };

const WHOLE_LEDGER: SeqRange = { first: 1n, last: 9_223_372_036_854_775_807n };

/** A table of counts: what identifies a row of it in a battle `b`, and the counts themselves. */
type Fold = { table: Prisma.Sql; key: Prisma.Sql };

const TALLIES: Fold = {
  table: Prisma.raw("tallies"),
  key: Prisma.raw("track, category, display, left_entrant_id, right_entrant_id"),
};

const CREATION_TALLIES: Fold = {
  table: Prisma.raw("creation_tallies"),
  key: Prisma.raw("left_creation_id, right_creation_id"),
};

const PROMPT_TALLIES: Fold = { table: Prisma.raw("prompt_tallies"), key: Prisma.raw("prompt_id") };

const FOLDS = [TALLIES, CREATION_TALLIES, PROMPT_TALLIES];

/** What a range of the ledger adds to each row: exclusions take their vote's outcome away, restores give it back. */
function deltas({ key }: Fold, { first, last }: SeqRange): Prisma.Sql {
  const count = (outcome: string) =>
    Prisma.sql`coalesce(sum(sign) FILTER (WHERE v.outcome = ${outcome}::outcome), 0)`;
  return Prisma.sql`
    SELECT ${key}, ${count("left")} AS left_wins, ${count("right")} AS right_wins,
           ${count("tie")} AS ties, ${count("both_bad")} AS both_bad
    FROM ledger l
    CROSS JOIN LATERAL (SELECT CASE l.kind WHEN 'exclude' THEN -1 ELSE 1 END AS sign) s
    JOIN votes v ON v.id = l.vote_id
    JOIN battles b ON b.id = v.battle_id
    WHERE l.seq BETWEEN ${first} AND ${last}
    GROUP BY ${key}`;
}

/** Folds a range of the ledger into every table of counts, in key order, so that folding never deadlocks. */
export async function foldTallies(range: SeqRange, tx: Prisma.TransactionClient): Promise<void> {
  for (const fold of FOLDS) {
    const { table, key } = fold;
    // Two steps: a negative delta in an INSERT … ON CONFLICT would fail the check before the conflict is seen.
    await tx.$executeRaw`
      INSERT INTO ${table} (${key}) SELECT ${key} FROM (${deltas(fold, range)}) d ORDER BY ${key}
      ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      UPDATE ${table} t
      SET left_wins = t.left_wins + d.left_wins, right_wins = t.right_wins + d.right_wins,
          ties = t.ties + d.ties, both_bad = t.both_bad + d.both_bad
      FROM (${deltas(fold, range)}) d
      WHERE ${sameKey(key)}`;
  }
}

function sameKey(key: Prisma.Sql): Prisma.Sql {
  const columns = key.sql.split(", ");
  return Prisma.raw(columns.map((column) => `t.${column} = d.${column}`).join(" AND "));
}

export type TallyDifference = { table: string; key: string; stored: string; rebuilt: string };

/** Rebuilds every table of counts from the whole ledger and lists every row that differs from what is stored. */
export async function compareTallies(db: Prisma.TransactionClient): Promise<TallyDifference[]> {
  const differences: TallyDifference[] = [];
  for (const fold of FOLDS) {
    const { table, key } = fold;
    const rows = await db.$queryRaw<TallyDifference[]>`
      SELECT ${table.sql} AS table, concat_ws(' ', ${key}) AS key,
             concat_ws(' ', t.left_wins, t.right_wins, t.ties, t.both_bad) AS stored,
             concat_ws(' ', d.left_wins, d.right_wins, d.ties, d.both_bad) AS rebuilt
      FROM ${table} t FULL JOIN (${deltas(fold, WHOLE_LEDGER)}) d USING (${key})
      WHERE (t.left_wins, t.right_wins, t.ties, t.both_bad)
            IS DISTINCT FROM (d.left_wins, d.right_wins, d.ties, d.both_bad)`;
    differences.push(...rows);
  }
  return differences;
}
