import "server-only";
import { v7 as uuidv7 } from "uuid";
import { type Db, db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";
import { fullWindows, secondsUntilAllowed } from "@/lib/vote/allowance";
import { getReveal, getVoteResult } from "@/lib/vote/data";
import type { CastVoteInput, VoteResult } from "@/lib/vote/schema";

type CastInput = CastVoteInput & { battleId: string; voterId: string };

/**
 * Records one vote and reveals both entrants: the first moment their names leave the server.
 * Throws `not_found`, `forbidden` (another voter's battle), `already_voted` (with the stored outcome and
 * reveal, so that a retry after a lost answer is a success), `battle_over`, `rate_limited`.
 */
export async function castVote(input: CastInput, db: Db = defaultDb): Promise<VoteResult> {
  const isStored = await storeVote(input, db);
  if (!isStored) throw await whyRefused(input, db);
  return { outcome: input.outcome, reveal: await getReveal(input.battleId, db) };
}

/**
 * Takes the battle, inserts the vote and queues it for the ledger: one statement, so one round trip and one commit.
 * Returns false when the battle could not be taken or the voter is too fast.
 */
export async function storeVote(input: CastInput, db: Db = defaultDb): Promise<boolean> {
  const { battleId, voterId, outcome, engagement } = input;
  const stored = await db.$executeRaw`
    WITH taken AS (
      UPDATE battles SET voted_at = now()
      WHERE id = ${battleId}::uuid AND voter_id = ${voterId}::uuid AND expires_at > now() AND shown_at IS NOT NULL
        AND voted_at IS NULL AND skipped_at IS NULL AND expired_at IS NULL
        AND NOT EXISTS (${fullWindows(voterId)})
      RETURNING id, voter_id
    ), stored AS (
      INSERT INTO votes (id, battle_id, voter_id, outcome, ms_to_vote, ms_visible, orbited_left,
                         orbited_right, shading, linked, viewer, device)
      SELECT ${uuidv7()}::uuid, id, voter_id, ${outcome}::outcome, ${engagement?.msToVote ?? null}::int,
             ${engagement?.msVisible ?? null}::int, ${engagement?.orbited.left ?? null}::boolean,
             ${engagement?.orbited.right ?? null}::boolean, ${engagement?.shading ?? null}::shading,
             ${engagement?.linked ?? null}::boolean, ${engagement?.viewer ?? null}::viewer_kind,
             ${engagement?.device ?? null}::pointer_kind
      FROM taken
      RETURNING id
    )
    INSERT INTO ledger_inbox (kind, vote_id) SELECT 'vote', id FROM stored`;
  return stored === 1;
}

async function whyRefused({ battleId, voterId }: CastInput, db: Db): Promise<AppError> {
  const battle = await db.battle.findUnique({
    where: { id: battleId },
    select: { voterId: true, votedAt: true, skippedAt: true, expiresAt: true, shownAt: true },
  });
  if (!battle) return new AppError("not_found", "There is no such battle");
  if (battle.voterId !== voterId)
    return new AppError("forbidden", "This battle belongs to another voter");
  if (battle.votedAt) {
    const details = await getVoteResult(battleId, db);
    return new AppError("already_voted", "You have already voted in this battle", { details });
  }
  if (battle.skippedAt) return new AppError("battle_over", "You skipped this battle");
  if (!battle.shownAt) return new AppError("not_found", "This battle was not shown yet");
  if (battle.expiresAt <= new Date()) return new AppError("battle_over", "This battle has expired");
  return new AppError("rate_limited", "You are voting faster than anyone can look", {
    retryAfterSeconds: await secondsUntilAllowed(voterId, db),
  });
}
