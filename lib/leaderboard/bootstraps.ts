import "server-only";
import * as z from "zod/mini";
import { type Db, db as defaultDb } from "@/lib/db";
import type { BootstrapState } from "@/lib/leaderboard/bootstrap-schedule";
import type { Bootstrap } from "@/lib/rating/bootstrap";

const bootstrapRowsSchema = z.array(
  z.object({
    slug: z.string(),
    lower: z.nullable(z.number()),
    median: z.nullable(z.number()),
    upper: z.nullable(z.number()),
    ranks: z.nullable(z.array(z.int())),
  }),
);

/** A bootstrap with the votes that it was made from. */
export type StoredBootstrap = Bootstrap & {
  throughSeq: number;
  votes: number;
  /** ISO 8601. */
  computedAt: string;
};

/** The newest bootstrap of a board, or null when none was made yet. */
export async function getBootstrap(
  board: string,
  db: Db = defaultDb,
): Promise<StoredBootstrap | null> {
  const row = await db.bootstrap.findUnique({
    where: { board },
    select: {
      ...{ throughSeq: true, votes: true, seed: true, rounds: true, dropped: true },
      ...{ computedAt: true, entrants: true },
    },
  });
  return (
    row && {
      ...row,
      throughSeq: Number(row.throughSeq),
      computedAt: row.computedAt.toISOString(),
      entrants: bootstrapRowsSchema.parse(row.entrants),
    }
  );
}

/** Keeps a board's bootstrap in place of the one before, unless that one knows more votes already. */
export async function storeBootstrap(
  board: string,
  bootstrap: Omit<StoredBootstrap, "computedAt">,
  db: Db = defaultDb,
): Promise<void> {
  const { throughSeq, votes, seed, rounds, dropped, entrants } = bootstrap;
  await db.$executeRaw`
    INSERT INTO bootstraps (board, through_seq, votes, seed, rounds, dropped, computed_at, entrants)
    VALUES (${board}, ${throughSeq}, ${votes}, ${seed}, ${rounds}, ${dropped}, now(), ${JSON.stringify(entrants)}::jsonb)
    ON CONFLICT (board) DO UPDATE
    SET through_seq = excluded.through_seq, votes = excluded.votes, seed = excluded.seed,
        rounds = excluded.rounds, dropped = excluded.dropped, computed_at = excluded.computed_at,
        entrants = excluded.entrants
    WHERE bootstraps.through_seq <= excluded.through_seq`;
}

/**
 * How far each board is ahead of its bootstrap. Steps from board to board through the index of snapshots, so
 * that the cost does not depend on how many snapshots there are.
 */
export async function listBootstrapStates(db: Db = defaultDb): Promise<BootstrapState[]> {
  return db.$queryRaw<BootstrapState[]>`
    WITH RECURSIVE boards AS (
      SELECT min(board) AS board FROM snapshots
      UNION ALL
      SELECT (SELECT min(board) FROM snapshots WHERE board > boards.board) FROM boards WHERE board IS NOT NULL
    )
    SELECT boards.board, newest.*, b.votes AS "bootstrapVotes",
           b.through_seq::float8 AS "bootstrapSeq", b.computed_at AS "bootstrapAt"
    FROM boards
    CROSS JOIN LATERAL (
      SELECT votes, through_seq::float8 AS "throughSeq", entrants @> '[{"status": "rated"}]' AS "isRated"
      FROM snapshots s WHERE s.board = boards.board ORDER BY computed_at DESC LIMIT 1) newest
    LEFT JOIN bootstraps b ON b.board = boards.board`;
}
