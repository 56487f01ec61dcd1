import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { getRatedEntrants } from "@/lib/leaderboard/data";
import type { Outcome, Reveal, RevealedEntrant, VoteResult } from "@/lib/vote/schema";

/** Below this many other votes on a pair of creations, agreement says too little to be shown. */
const MIN_AGREEMENT_VOTES = 10;

/** The stored outcome of a battle and what its voter may now know. Throws when it has no vote. */
export async function getVoteResult(battleId: string, db: Db = defaultDb): Promise<VoteResult> {
  const { outcome } = await db.vote.findUniqueOrThrow({
    where: { battleId },
    select: { outcome: true },
  });
  return { outcome, reveal: await getReveal(battleId, db) };
}

/** Names, ratings on the battle's track, and how many others agree. Only ever called after the vote. */
export async function getReveal(battleId: string, db: Db = defaultDb): Promise<Reveal> {
  const entrantSelect = { select: { entrant: { select: { slug: true, name: true } } } };
  const battle = await db.battle.findUniqueOrThrow({
    where: { id: battleId },
    select: {
      trackSlug: true,
      leftCreationId: true,
      rightCreationId: true,
      left: entrantSelect,
      right: entrantSelect,
      vote: { select: { outcome: true } },
    },
  });
  const ratings = await getRatedEntrants(battle.trackSlug, db);
  const toRevealed = ({ slug, name }: { slug: string; name: string }): RevealedEntrant => {
    const row = ratings.get(slug);
    return {
      slug,
      name,
      rating: row?.rating ?? null,
      lower: row?.lower ?? null,
      upper: row?.upper ?? null,
      rank: row?.rank ?? null,
    };
  };
  return {
    left: toRevealed(battle.left.entrant),
    right: toRevealed(battle.right.entrant),
    agreement:
      battle.vote && (await getAgreement({ battleId, ...battle }, battle.vote.outcome, db)),
  };
}

type PairOfCreations = { battleId: string; leftCreationId: string; rightCreationId: string };

/** Counted votes of others on this pair of creations, either way round: how many gave the same verdict. */
async function getAgreement(
  { battleId, leftCreationId: left, rightCreationId: right }: PairOfCreations,
  outcome: Outcome,
  db: Db,
): Promise<Reveal["agreement"]> {
  const mirrored = { left: "right", right: "left", tie: "tie", both_bad: "both_bad" }[outcome];
  const rows = await db.$queryRaw<{ same: number; n: number }[]>`
    SELECT count(*) FILTER (WHERE v.outcome = CASE WHEN b.left_creation_id = ${left}::uuid
                                                   THEN ${outcome}::outcome ELSE ${mirrored}::outcome END)::int AS same,
           count(*)::int AS n
    FROM battles b JOIN votes v ON v.battle_id = b.id
    WHERE b.id <> ${battleId}::uuid
      AND (b.left_creation_id, b.right_creation_id) IN ((${left}::uuid, ${right}::uuid), (${right}::uuid, ${left}::uuid))
      AND NOT EXISTS (SELECT 1 FROM exclusions e WHERE e.vote_id = v.id AND e.restored_at IS NULL)`;
  const counts = rows[0];
  return counts && counts.n >= MIN_AGREEMENT_VOTES ? counts : null;
}
