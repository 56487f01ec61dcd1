import "server-only";
import type { VoterProfile } from "@/lib/admin/vote-schema";
import { type Db, db as defaultDb } from "@/lib/db";

type Row = {
  votes: number;
  excluded: number;
  skips: number;
  left: number;
  right: number;
  tie: number;
  bothBad: number;
  medianMsToVote: number | null;
  firstAt: Date | null;
  lastAt: Date | null;
  same: number;
  n: number;
};

/** What all votes of one voter look like together; null for a voter who is unknown or never voted. */
export async function getVoterProfile(
  pseudonym: string,
  db: Db = defaultDb,
): Promise<VoterProfile | null> {
  const [row] = await db.$queryRaw<Row[]>`
    WITH voter AS (
      SELECT id FROM voters WHERE pseudonym = ${pseudonym}
    ), own AS (
      SELECT v.outcome, v.ms_to_vote, v.created_at, b.left_creation_id AS l, b.right_creation_id AS r, x.id IS NOT NULL AS is_excluded,
             (x.id IS NULL AND EXISTS (SELECT FROM ledger e WHERE e.vote_id = v.id AND e.kind = 'vote'))::int AS in_tally
      FROM votes v JOIN battles b ON b.id = v.battle_id
      LEFT JOIN exclusions x ON x.vote_id = v.id AND x.restored_at IS NULL
      WHERE v.voter_id = (SELECT id FROM voter)
    ), others AS (
      -- Counted votes of others on the same two creations, either way round; the own one is in the tally while it counts.
      SELECT sum(CASE own.outcome
                   WHEN 'left' THEN CASE WHEN t.left_creation_id = own.l THEN t.left_wins ELSE t.right_wins END
                   WHEN 'right' THEN CASE WHEN t.left_creation_id = own.l THEN t.right_wins ELSE t.left_wins END
                   WHEN 'tie' THEN t.ties ELSE t.both_bad END
                 - CASE WHEN t.left_creation_id = own.l THEN own.in_tally ELSE 0 END) AS same,
             sum(t.left_wins + t.right_wins + t.ties + t.both_bad
                 - CASE WHEN t.left_creation_id = own.l THEN own.in_tally ELSE 0 END) AS n
      FROM own JOIN creation_tallies t ON (t.left_creation_id, t.right_creation_id) IN ((own.l, own.r), (own.r, own.l))
    )
    SELECT count(*)::int AS votes, (count(*) FILTER (WHERE is_excluded))::int AS excluded,
           (SELECT count(*) FROM battles WHERE voter_id = (SELECT id FROM voter) AND skipped_at IS NOT NULL)::int AS skips,
           (count(*) FILTER (WHERE outcome = 'left'))::int AS left, (count(*) FILTER (WHERE outcome = 'right'))::int AS right,
           (count(*) FILTER (WHERE outcome = 'tie'))::int AS tie, (count(*) FILTER (WHERE outcome = 'both_bad'))::int AS "bothBad",
           percentile_cont(0.5) WITHIN GROUP (ORDER BY ms_to_vote)::float8 AS "medianMsToVote",
           min(created_at) AS "firstAt", max(created_at) AS "lastAt",
           coalesce((SELECT same FROM others), 0)::int AS same, coalesce((SELECT n FROM others), 0)::int AS n
    FROM own`;
  if (!row?.firstAt || !row.lastAt) return null;
  const { left, right, tie, bothBad, same, n, firstAt, lastAt, ...counts } = row;
  return {
    ...{ pseudonym, ...counts },
    outcomes: { left, right, tie, both_bad: bothBad },
    agreement: { same, n },
    firstAt: firstAt.toISOString(),
    lastAt: lastAt.toISOString(),
  };
}
