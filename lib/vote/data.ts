import "server-only";
import * as z from "zod";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";
import { outcomeSchema, type Reveal, revealSchema, type VoteResult } from "@/lib/vote/schema";

/** Below this many other votes on a pair of creations, agreement says too little to be shown. */
const MIN_AGREEMENT_VOTES = 10;

const rowSchema = z.object({ outcome: outcomeSchema, reveal: revealSchema });

/**
 * The stored outcome of a battle and what its voter may now know: names, ratings on the battle's track as they
 * stood at the vote (so that a repeat gets the same answer), and how many others agree. Only ever called after
 * the vote; throws when there is none. One statement, whose cost does not grow with the votes.
 */
export async function getVoteResult(battleId: string, db: Db = defaultDb): Promise<VoteResult> {
  const rows = await db.$queryRaw<unknown[]>`
    WITH battle AS (
      SELECT b.*, v.id AS vote_id, v.outcome, v.created_at AS vote_at
      FROM battles b JOIN votes v ON v.battle_id = b.id WHERE b.id = ${battleId}::uuid
    ), board AS (
      -- A snapshot commits shortly after it is computed: one this old is there for the first answer and the repeat.
      SELECT s.entrants FROM snapshots s
      WHERE s.board = (SELECT track FROM battle)
        AND s.computed_at <= (SELECT vote_at FROM battle) - interval '5 seconds'
      ORDER BY computed_at DESC LIMIT 1
    ), others AS (${OTHERS})
    SELECT battle.outcome,
           json_build_object('left', ${revealed("left")}, 'right', ${revealed("right")}, 'agreement', (
             SELECT json_build_object('same', same, 'n', n) FROM others WHERE n >= ${MIN_AGREEMENT_VOTES})) AS reveal
    FROM battle`;
  const [row] = z.array(rowSchema).parse(rows);
  if (!row) throw new Error(`Battle ${battleId} has no vote`);
  return row;
}

/** What the battle's voter may know after the vote. */
export async function getReveal(battleId: string, db: Db = defaultDb): Promise<Reveal> {
  return (await getVoteResult(battleId, db)).reveal;
}

/** One side's entrant, with its row of the board when it has one. */
function revealed(side: "left" | "right"): Prisma.Sql {
  const column = Prisma.raw(`battle.${side}_entrant_id`);
  const creation = Prisma.raw(`battle.${side}_creation_id`);
  return Prisma.sql`(
    SELECT json_build_object('slug', e.slug, 'name', e.name, 'rating', r.row -> 'rating', 'lower', r.row -> 'lower',
                             'upper', r.row -> 'upper', 'rank', r.row -> 'rank', 'triangles', c.triangles,
                             'sizeBytes', c.glb_bytes, 'materialsUrl', CASE WHEN c.rendered_glb_sha256 IS NOT NULL
                               THEN format('/api/battles/%s/%s/materials', battle.id, ${side}::text) END)
    FROM entrants e
    JOIN creations c ON c.id = ${creation}
    LEFT JOIN board ON true
    LEFT JOIN LATERAL (SELECT x AS row FROM jsonb_array_elements(board.entrants) x WHERE x ->> 'slug' = e.slug) r ON true
    WHERE e.id = ${column})`;
}

/**
 * Counted votes of others on the battle's pair of creations, either way round, and how many gave the same
 * verdict. From the tallies; the own vote is taken off once the ledger has it.
 */
const OTHERS = Prisma.sql`
  SELECT sum(CASE battle.outcome
               WHEN 'left' THEN CASE WHEN is_same_way THEN t.left_wins ELSE t.right_wins END
               WHEN 'right' THEN CASE WHEN is_same_way THEN t.right_wins ELSE t.left_wins END
               WHEN 'tie' THEN t.ties ELSE t.both_bad END) - max(own.n) AS same,
         sum(t.left_wins + t.right_wins + t.ties + t.both_bad) - max(own.n) AS n
  FROM battle
  JOIN creation_tallies t
    ON (t.left_creation_id, t.right_creation_id)
       IN ((battle.left_creation_id, battle.right_creation_id), (battle.right_creation_id, battle.left_creation_id))
  CROSS JOIN LATERAL (SELECT t.left_creation_id = battle.left_creation_id AS is_same_way) way
  CROSS JOIN LATERAL (
    SELECT count(*) AS n FROM ledger l
    WHERE l.vote_id = battle.vote_id AND l.kind = 'vote'
      AND NOT EXISTS (SELECT 1 FROM exclusions e WHERE e.vote_id = l.vote_id AND e.restored_at IS NULL)) own`;
