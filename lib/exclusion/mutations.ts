import "server-only";
import { v7 as uuidv7 } from "uuid";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { ExclusionReason } from "@/lib/exclusion/reasons";
import type { VoteSelection } from "@/lib/exclusion/schema";

type Exclude = { votes: VoteSelection; reason: ExclusionReason; actor: Actor };

/**
 * Keeps votes and stops counting them, from the ledger's next batch on. Returns how many were counted until now:
 * excluding twice changes nothing and is no second entry of the audit log. Throws `not_found`.
 */
export async function excludeVotes(
  { votes, reason, actor }: Exclude,
  db = defaultDb,
): Promise<number> {
  return db.$transaction(async (tx) => {
    const wanted = await listVoteIds(votes, tx);
    const excluded = await tx.$queryRaw<{ voteId: string }[]>`
      WITH excluded AS (
        INSERT INTO exclusions (id, vote_id, reason)
        SELECT id, vote_id, ${reason}
        FROM unnest(${wanted.map(() => uuidv7())}::uuid[], ${wanted}::uuid[]) AS wanted (id, vote_id)
        ON CONFLICT (vote_id) WHERE restored_at IS NULL DO NOTHING
        RETURNING id, vote_id
      )
      INSERT INTO ledger_inbox (kind, vote_id, exclusion_id) SELECT 'exclude', vote_id, id FROM excluded ORDER BY id
      RETURNING vote_id AS "voteId"`;
    const voteIds = excluded.map(({ voteId }) => voteId);
    if (voteIds.length === 0) return 0;
    const after = { reason, votes: voteIds.length, voteIds };
    const subject = await describeVotes(voteIds, tx);
    await recordAction({ actor, action: "votes.exclude", subject, after }, tx);
    return voteIds.length;
  }, BULK);
}

/** Counts excluded votes again. Returns how many were excluded until now; others stay as they are. Throws `not_found`. */
export async function restoreVotes(
  { votes, actor }: Omit<Exclude, "reason">,
  db = defaultDb,
): Promise<number> {
  return db.$transaction(async (tx) => {
    const wanted = await listVoteIds(votes, tx);
    const restored = await tx.$queryRaw<{ voteId: string; reason: string }[]>`
      WITH wanted AS (
        SELECT id FROM exclusions WHERE vote_id = ANY (${wanted}::uuid[]) AND restored_at IS NULL
        ORDER BY vote_id FOR UPDATE
      ), restored AS (
        UPDATE exclusions e SET restored_at = now() FROM wanted
        WHERE e.id = wanted.id AND e.restored_at IS NULL
        RETURNING e.id, e.vote_id, e.reason
      ), queued AS (
        INSERT INTO ledger_inbox (kind, vote_id, exclusion_id) SELECT 'restore', vote_id, id FROM restored ORDER BY id
      )
      SELECT vote_id AS "voteId", reason FROM restored`;
    const voteIds = restored.map(({ voteId }) => voteId);
    if (voteIds.length === 0) return 0;
    const reasons = [...new Set(restored.map(({ reason }) => reason))].sort();
    const before = { reason: reasons.join(", ") };
    const after = { votes: voteIds.length, voteIds };
    const subject = await describeVotes(voteIds, tx);
    await recordAction({ actor, action: "votes.restore", subject, before, after }, tx);
    return voteIds.length;
  }, BULK);
}

/** A voter may have cast tens of thousands. */
const BULK = { timeout: 60_000, maxWait: 10_000 };

/** In one order, so that two maintainers who act on the same votes wait for each other and never deadlock. */
async function listVoteIds(votes: VoteSelection, tx: Prisma.TransactionClient): Promise<string[]> {
  const found = await tx.vote.findMany({
    where:
      "voter" in votes
        ? { voterId: await findVoterId(votes.voter, tx) }
        : { id: { in: votes.voteIds } },
    select: { id: true },
    orderBy: { id: "asc" },
  });
  const wanted = "voter" in votes ? 1 : new Set(votes.voteIds).size;
  if (found.length < wanted) throw new AppError("not_found", "There is no such vote");
  return found.map(({ id }) => id);
}

async function findVoterId(pseudonym: string, tx: Prisma.TransactionClient): Promise<string> {
  const voter = await tx.voter.findUnique({ where: { pseudonym }, select: { id: true } });
  if (!voter) throw new AppError("not_found", "There is no such voter");
  return voter.id;
}

/** Whose votes these are, when they are one voter's; else how many. */
async function describeVotes(voteIds: string[], tx: Prisma.TransactionClient): Promise<string> {
  const voters = await tx.$queryRaw<{ pseudonym: string }[]>`
    SELECT DISTINCT r.pseudonym FROM votes v JOIN voters r ON r.id = v.voter_id
    WHERE v.id = ANY (${voteIds}::uuid[]) LIMIT 2`;
  const [only, another] = voters;
  return only && !another ? `voter ${only.pseudonym}` : `${voteIds.length} votes`;
}
