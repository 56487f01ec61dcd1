import "server-only";
import type { ListedVote, VotePage, VoteQuery } from "@/lib/admin/vote-schema";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";

export const VOTE_PAGE_SIZE = 50;

type Row = Omit<ListedVote, "seq" | "at" | "excluded"> & {
  seq: bigint | null;
  at: Date;
  votedAt: Date;
  reason: NonNullable<ListedVote["excluded"]>["reason"] | null;
  excludedAt: Date | null;
};

/** A page of votes, newest first: by `seq`, or, of one entrant, by the time of the vote. */
export async function listVotes(query: VoteQuery, db: Db = defaultDb): Promise<VotePage> {
  const isByTime = query.entrant !== undefined && !query.voter && !query.show;
  const picked = isByTime ? pickOfEntrant(query) : pickBySeq(query);
  const order = isByTime
    ? Prisma.sql`b.voted_at DESC, b.id DESC`
    : Prisma.sql`picked.seq DESC NULLS FIRST`;
  const rows = await db.$queryRaw<Row[]>`
    SELECT v.id, b.id AS "battleId", picked.seq, v.created_at AS at, b.voted_at AS "votedAt", r.pseudonym AS voter, b.track,
           json_build_object('slug', p.slug, 'title', p.title) AS prompt,
           json_build_object('slug', le.slug, 'name', le.name) AS left,
           json_build_object('slug', re.slug, 'name', re.name) AS right,
           v.outcome, v.ms_to_vote AS "msToVote", v.ms_visible AS "msVisible",
           json_build_object('left', v.orbited_left, 'right', v.orbited_right) AS orbited, v.viewer, v.device,
           x.reason, x.excluded_at AS "excludedAt"
    FROM (${picked}) picked
    JOIN votes v ON v.id = picked.vote_id
    JOIN battles b ON b.id = v.battle_id
    JOIN voters r ON r.id = v.voter_id
    JOIN prompts p ON p.id = b.prompt_id
    JOIN entrants le ON le.id = b.left_entrant_id
    JOIN entrants re ON re.id = b.right_entrant_id
    LEFT JOIN exclusions x ON x.vote_id = v.id AND x.restored_at IS NULL
    ORDER BY ${order}`;
  const shown = rows.slice(0, VOTE_PAGE_SIZE);
  const last = rows.length > VOTE_PAGE_SIZE ? shown.at(-1) : undefined;
  return { votes: shown.map(toListed), next: last ? cursorOf(last, isByTime) : null };
}

function toListed({ seq, at, votedAt: _, reason, excludedAt, ...vote }: Row): ListedVote {
  return {
    ...vote,
    seq: seq === null ? null : Number(seq),
    at: at.toISOString(),
    excluded: reason && excludedAt ? { reason, at: excludedAt.toISOString() } : null,
  };
}

function cursorOf({ seq, votedAt, battleId }: Row, isByTime: boolean): string | null {
  return isByTime ? `${votedAt.getTime()}.${battleId}` : seq === null ? null : String(seq);
}

/** Every vote, one voter's, or those that are excluded: each from the side where there are fewest rows to read. */
function pickBySeq({ voter, entrant, show, before }: VoteQuery): Prisma.Sql {
  const below = before && !before.includes(".") ? BigInt(before) : 9_223_372_036_854_775_807n;
  const conditions = [Prisma.sql`l.kind = 'vote' AND l.seq < ${below}`];
  if (voter)
    conditions.push(
      Prisma.sql`l.vote_id IN (SELECT id FROM votes WHERE voter_id = (SELECT id FROM voters WHERE pseudonym = ${voter}))`,
    );
  if (show)
    conditions.push(
      Prisma.sql`l.vote_id IN (SELECT vote_id FROM exclusions WHERE restored_at IS NULL)`,
    );
  if (entrant)
    conditions.push(
      Prisma.sql`EXISTS (SELECT FROM votes v JOIN battles b ON b.id = v.battle_id WHERE v.id = l.vote_id
                         AND ${entrantId(entrant)} IN (b.left_entrant_id, b.right_entrant_id))`,
    );
  return Prisma.sql`
    SELECT l.seq, l.vote_id FROM ledger l WHERE ${Prisma.join(conditions, " AND ")}
    ORDER BY l.seq DESC LIMIT ${VOTE_PAGE_SIZE + 1}`;
}

/** The newest of each pair that the entrant is in, then the newest of those: the index of voted battles is by pair. */
function pickOfEntrant({ entrant = "", before }: VoteQuery): Prisma.Sql {
  const [time, id] = before?.includes(".") ? before.split(".") : [];
  const bound =
    time && id
      ? Prisma.sql`AND (b.voted_at, b.id) < (${new Date(Number(time))}, ${id}::uuid)`
      : Prisma.empty;
  const newest = (left: Prisma.Sql, right: Prisma.Sql) => Prisma.sql`
    (SELECT b.id, b.voted_at FROM battles b
     WHERE b.left_entrant_id = ${left} AND b.right_entrant_id = ${right} AND b.voted_at IS NOT NULL ${bound}
     ORDER BY b.voted_at DESC, b.id DESC LIMIT ${VOTE_PAGE_SIZE + 1})`;
  const own = entrantId(entrant);
  return Prisma.sql`
    SELECT l.seq, v.id AS vote_id
    FROM (SELECT battle.id FROM entrants other
          CROSS JOIN LATERAL (${newest(own, Prisma.sql`other.id`)} UNION ALL ${newest(Prisma.sql`other.id`, own)}) battle
          ORDER BY battle.voted_at DESC, battle.id DESC LIMIT ${VOTE_PAGE_SIZE + 1}) newest
    JOIN votes v ON v.battle_id = newest.id
    LEFT JOIN ledger l ON l.vote_id = v.id AND l.kind = 'vote'`;
}

function entrantId(slug: string): Prisma.Sql {
  return Prisma.sql`(SELECT id FROM entrants WHERE slug = ${slug})`;
}
