import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Db, db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Why a vote is kept but not counted. */
export const EXCLUSION_REASONS = [
  "automated",
  "duplicate",
  "coordinated",
  "identity_known",
  "test",
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];

/** Keeps a vote and stops counting it, from the ledger's next batch on. Throws `not_found`; excluding twice changes nothing. */
export async function excludeVote(
  { voteId, reason }: { voteId: string; reason: ExclusionReason },
  db: Db = defaultDb,
): Promise<void> {
  const known = await db.vote.findUnique({ where: { id: voteId }, select: { id: true } });
  if (!known) throw new AppError("not_found", "There is no such vote");
  await db.$executeRaw`
    WITH excluded AS (
      INSERT INTO exclusions (id, vote_id, reason) VALUES (${uuidv7()}::uuid, ${voteId}::uuid, ${reason})
      ON CONFLICT (vote_id) WHERE restored_at IS NULL DO NOTHING
      RETURNING id, vote_id
    )
    INSERT INTO ledger_inbox (kind, vote_id, exclusion_id) SELECT 'exclude', vote_id, id FROM excluded`;
}

/** Counts an excluded vote again. A vote that is not excluded stays as it is. */
export async function restoreVote(voteId: string, db: Db = defaultDb): Promise<void> {
  await db.$executeRaw`
    WITH restored AS (
      UPDATE exclusions SET restored_at = now() WHERE vote_id = ${voteId}::uuid AND restored_at IS NULL
      RETURNING id, vote_id
    )
    INSERT INTO ledger_inbox (kind, vote_id, exclusion_id) SELECT 'restore', vote_id, id FROM restored`;
}
