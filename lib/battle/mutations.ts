import "server-only";
import { randomBytes } from "node:crypto";
import { v4 as uuidv4 } from "uuid";
import type { PromptPool } from "@/lib/battle/catalogue";
import {
  getOpenBattle,
  getPools,
  getReservedBattle,
  getServedBattle,
  listSpentPairs,
  type ServedRow,
} from "@/lib/battle/data";
import { drawBattle, pairKey } from "@/lib/battle/matchmaking";
import type { BattleRequest } from "@/lib/battle/schema";
import { db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Random } from "@/lib/random";

/** How long a battle may stay unanswered. */
export const BATTLE_LIFETIME_MS = 30 * 60_000;

type ServeInput = { voterId: string; request: BattleRequest; random: Random };
type Served = { battle: ServedRow; isNew: boolean };

/**
 * Serves one battle: the open one when the voter has one, else the reserved one, else a new draw. With `prefetch` a
 * battle is only reserved, for a voter's browser to fetch ahead: it is not shown yet, and leaving it is no skip.
 * Requests of one voter queue on the voter's row, so two tabs get the same battle.
 * Throws `nothing_to_pair` when nothing (more) can be paired for this voter.
 */
export async function serveBattle(
  { voterId, request, random }: ServeInput,
  db = defaultDb,
): Promise<Served> {
  const pools = await getPools(db);
  return db.$transaction(async (tx) => {
    await lockVoter(voterId, tx);
    await expireBattles(voterId, tx);
    const open = request.prefetch ? null : await getOpenBattle(voterId, tx);
    if (open) return { battle: open, isNew: false };
    const requested = scopeOf(request);
    const reserved = await getReservedBattle({ voterId, requested }, tx);
    if (reserved && request.prefetch) return { battle: reserved, isNew: false };
    if (reserved) return { battle: await showBattle(reserved.id, tx), isNew: true };
    await dropReserved(voterId, tx);
    const id = await createBattle({ voterId, request, random, pools }, tx);
    return { battle: await getServedBattle(id, tx), isNew: true };
  });
}

/** What a voter asked for, as it is stamped on the battle: all, a track, or a track's category. */
function scopeOf({ track, category }: BattleRequest): string {
  return [track ?? "all", category].filter(Boolean).join("/");
}

async function showBattle(id: string, tx: Prisma.TransactionClient): Promise<ServedRow> {
  const shownAt = new Date();
  await tx.battle.update({ where: { id }, data: { shownAt, expiresAt: expiryOf(shownAt) } });
  return getServedBattle(id, tx);
}

/** A reserved battle that is for something else, or whose creations may not be shown any more. */
async function dropReserved(voterId: string, tx: Prisma.TransactionClient): Promise<void> {
  await tx.battle.updateMany({
    where: { voterId, shownAt: null, votedAt: null, skippedAt: null, expiredAt: null },
    data: { expiredAt: new Date() },
  });
}

function expiryOf(moment: Date): Date {
  return new Date(moment.getTime() + BATTLE_LIFETIME_MS);
}

async function lockVoter(voterId: string, tx: Prisma.TransactionClient): Promise<void> {
  const pseudonym = randomBytes(8).toString("hex");
  await tx.$executeRaw`
    INSERT INTO voters (id, pseudonym) VALUES (${voterId}::uuid, ${pseudonym}) ON CONFLICT (id) DO NOTHING`;
  await tx.$queryRaw`SELECT 1 AS locked FROM voters WHERE id = ${voterId}::uuid FOR UPDATE`;
}

async function expireBattles(voterId: string, tx: Prisma.TransactionClient): Promise<void> {
  await tx.$executeRaw`
    UPDATE battles SET expired_at = now()
    WHERE voter_id = ${voterId}::uuid AND expires_at <= now()
      AND voted_at IS NULL AND skipped_at IS NULL AND expired_at IS NULL`;
}

async function createBattle(
  { voterId, request, random, pools }: ServeInput & { pools: PromptPool[] },
  tx: Prisma.TransactionClient,
): Promise<string> {
  const spent = await listSpentPairs(voterId, tx);
  const keys = spent.map((pair) => pairKey(pair.leftCreationId, pair.rightCreationId));
  const draw = drawBattle(pools, request, new Set(keys), random);
  if (!draw) {
    const reason =
      keys.length > 0 ? "You have seen every pair here" : "There is nothing to compare here yet";
    throw new AppError("nothing_to_pair", reason);
  }

  const { left, right } = draw;
  const { display } = await tx.track.findUniqueOrThrow({
    where: { slug: left.track },
    select: { display: true },
  });
  const now = new Date();
  const id = uuidv4();
  await tx.battle.create({
    data: {
      id,
      voterId,
      trackSlug: left.track,
      category: left.category,
      display,
      promptId: left.promptId,
      leftCreationId: left.id,
      leftEntrantId: left.entrantId,
      rightCreationId: right.id,
      rightEntrantId: right.entrantId,
      requested: scopeOf(request),
      policy: draw.policy,
      probability: draw.probability,
      shownAt: request.prefetch ? null : now,
      expiresAt: expiryOf(now),
    },
    select: { id: true },
  });
  return id;
}

/**
 * Records that a voter would rather not judge this battle. Asking twice is one skip.
 * Throws `not_found`, `forbidden`, `already_voted`, `battle_over`.
 */
export async function skipBattle(
  { battleId, voterId }: { battleId: string; voterId: string },
  db = defaultDb,
): Promise<void> {
  const taken = await db.$executeRaw`
    WITH taken AS (
      UPDATE battles SET skipped_at = now()
      WHERE id = ${battleId}::uuid AND voter_id = ${voterId}::uuid AND expires_at > now() AND shown_at IS NOT NULL
        AND voted_at IS NULL AND skipped_at IS NULL AND expired_at IS NULL
      RETURNING id, voter_id
    )
    INSERT INTO skips (battle_id, voter_id) SELECT id, voter_id FROM taken`;
  if (taken === 1) return;

  const battle = await db.battle.findUnique({
    where: { id: battleId },
    select: { voterId: true, votedAt: true, skippedAt: true },
  });
  if (!battle) throw new AppError("not_found", "There is no such battle");
  if (battle.voterId !== voterId)
    throw new AppError("forbidden", "This battle belongs to another voter");
  if (battle.skippedAt) return;
  if (battle.votedAt) throw new AppError("already_voted", "You have already voted in this battle");
  throw new AppError("battle_over", "This battle has expired");
}
