import "server-only";
import { Prisma } from "@/lib/db";

type SeqRange = { first: bigint; last: bigint };

const WHOLE_LEDGER: SeqRange = { first: 1n, last: 9_223_372_036_854_775_807n };

/**
 * A table of counts: what identifies a row of it, and which votes `v` each of its counts counts. `sides` opens each
 * battle `b` into its two creations where a row sees the battle from one side.
 */
type Fold = {
  table: Prisma.Sql;
  key: Prisma.Sql;
  sides: Prisma.Sql;
  counts: { column: Prisma.Sql; of: Prisma.Sql }[];
};

const count = (column: string, of: Prisma.Sql) => ({ column: Prisma.raw(column), of });

const UNDECIDED = [
  count("ties", Prisma.sql`v.outcome = 'tie'`),
  count("both_bad", Prisma.sql`v.outcome = 'both_bad'`),
];

/** Counts by what two things have in common, one of them on the left. */
function ofPairs(table: string, key: string): Fold {
  const counts = [
    count("left_wins", Prisma.sql`v.outcome = 'left'`),
    count("right_wins", Prisma.sql`v.outcome = 'right'`),
    ...UNDECIDED,
  ];
  return { table: Prisma.raw(table), key: Prisma.raw(key), sides: Prisma.empty, counts };
}

/** The record of every creation, from its own side. */
const CREATION_RECORDS: Fold = {
  table: Prisma.raw("creation_records"),
  key: Prisma.raw("creation_id"),
  sides: Prisma.sql`
    CROSS JOIN LATERAL (VALUES
      (b.left_creation_id, 'left'::outcome, 'right'::outcome),
      (b.right_creation_id, 'right', 'left')) side (creation_id, won, lost)`,
  counts: [
    count("wins", Prisma.sql`v.outcome = side.won`),
    count("losses", Prisma.sql`v.outcome = side.lost`),
    ...UNDECIDED,
  ],
};

const FOLDS = [
  ofPairs("tallies", "track, category, display, left_entrant_id, right_entrant_id"),
  ofPairs("creation_tallies", "left_creation_id, right_creation_id"),
  ofPairs("prompt_tallies", "prompt_id"),
  CREATION_RECORDS,
];

/** What a range of the ledger adds to each row: exclusions take their vote's outcome away, restores give it back. */
function deltas({ key, sides, counts }: Fold, { first, last }: SeqRange): Prisma.Sql {
  const sums = counts.map(
    ({ column, of }) => Prisma.sql`coalesce(sum(sign) FILTER (WHERE ${of}), 0) AS ${column}`,
  );
  return Prisma.sql`
    SELECT ${key}, ${Prisma.join(sums)}
    FROM ledger l
    CROSS JOIN LATERAL (SELECT CASE l.kind WHEN 'exclude' THEN -1 ELSE 1 END AS sign) s
    JOIN votes v ON v.id = l.vote_id
    JOIN battles b ON b.id = v.battle_id
    ${sides}
    WHERE l.seq BETWEEN ${first} AND ${last}
    GROUP BY ${key}`;
}

/** Folds a range of the ledger into every table of counts, in key order, so that folding never deadlocks. */
export async function foldTallies(range: SeqRange, tx: Prisma.TransactionClient): Promise<void> {
  for (const fold of FOLDS) {
    const { table, key, counts } = fold;
    const sums = counts.map(({ column }) => Prisma.sql`${column} = t.${column} + d.${column}`);
    // Two steps: a negative delta in an INSERT … ON CONFLICT would fail the check before the conflict is seen.
    await tx.$executeRaw`
      INSERT INTO ${table} (${key}) SELECT ${key} FROM (${deltas(fold, range)}) d ORDER BY ${key}
      ON CONFLICT DO NOTHING`;
    await tx.$executeRaw`
      UPDATE ${table} t SET ${Prisma.join(sums)} FROM (${deltas(fold, range)}) d WHERE ${sameKey(key)}`;
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
    const { table, key, counts } = fold;
    const stored = Prisma.join(counts.map(({ column }) => Prisma.sql`t.${column}`));
    const rebuilt = Prisma.join(counts.map(({ column }) => Prisma.sql`d.${column}`));
    const rows = await db.$queryRaw<TallyDifference[]>`
      SELECT ${table.sql} AS table, concat_ws(' ', ${key}) AS key,
             concat_ws(' ', ${stored}) AS stored, concat_ws(' ', ${rebuilt}) AS rebuilt
      FROM ${table} t FULL JOIN (${deltas(fold, WHOLE_LEDGER)}) d USING (${key})
      WHERE (${stored}) IS DISTINCT FROM (${rebuilt})`;
    differences.push(...rows);
  }
  return differences;
}
