import "server-only";
import { type PromptPool, toPools } from "@/lib/battle/catalogue";
import type { Side } from "@/lib/battle/schema";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Display } from "@/lib/generated/prisma/client.ts";

type CachedPools = { version: bigint; pools: PromptPool[] };

const cache = new WeakMap<Db, CachedPools>();

/**
 * Everything that can be paired now. Kept in memory between changes of the catalogue, whose version
 * triggers in the database raise, so every web process notices a change at its next battle.
 */
export async function getPools(db: Db = defaultDb): Promise<PromptPool[]> {
  const { version } = await db.catalogue.findUniqueOrThrow({
    where: { id: 1 },
    select: { version: true },
  });
  const cached = cache.get(db);
  if (cached?.version === version) return cached.pools;
  const pools = await listPools(db);
  cache.set(db, { version, pools });
  return pools;
}

async function listPools(db: Db): Promise<PromptPool[]> {
  const creations = await db.creation.findMany({
    where: { status: "ok", hiddenAt: null, entrant: { status: "active" } },
    select: {
      id: true,
      entrantId: true,
      promptId: true,
      trackSlug: true,
      prompt: { select: { category: true } },
    },
    orderBy: { id: "asc" },
  });
  return toPools(
    creations.map(({ trackSlug, prompt, ...creation }) => ({
      ...creation,
      track: trackSlug,
      category: prompt.category,
    })),
  );
}

const servedSelect = {
  id: true,
  expiresAt: true,
  trackSlug: true,
  category: true,
  display: true,
  prompt: { select: { slug: true, title: true, text: true, referenceSha256s: true } },
} satisfies Prisma.BattleSelect;

export type ServedRow = Prisma.BattleGetPayload<{ select: typeof servedSelect }>;

/** The battle a voter has open, if any. */
export async function getOpenBattle(
  voterId: string,
  db: Db = defaultDb,
): Promise<ServedRow | null> {
  return db.battle.findFirst({
    where: { voterId, shownAt: { not: null }, votedAt: null, skippedAt: null, expiredAt: null },
    select: servedSelect,
  });
}

/** One battle as its voter sees it. */
export async function getServedBattle(id: string, db: Db = defaultDb): Promise<ServedRow> {
  return db.battle.findUniqueOrThrow({ where: { id }, select: servedSelect });
}

/** Pairs of creations that a voter already answered, by vote or skip. */
export async function listAnsweredPairs(
  voterId: string,
  db: Db = defaultDb,
): Promise<{ leftCreationId: string; rightCreationId: string }[]> {
  return db.battle.findMany({
    where: { voterId, OR: [{ votedAt: { not: null } }, { skippedAt: { not: null } }] },
    select: { leftCreationId: true, rightCreationId: true },
  });
}

const sideSelect = {
  glbSha256: true,
  posterSha256s: true,
  renderedGlbSha256: true,
  renderedPosterSha256s: true,
} satisfies Prisma.CreationSelect;

type CreationFiles = Prisma.CreationGetPayload<{ select: typeof sideSelect }>;

export type BattleSide = { glbSha256: string | null; posterSha256s: string[] };

/**
 * The files of one side of a battle as its display shows them, for its voter.
 * Throws `not_found`, `forbidden` for another voter, `battle_over` once it expired unanswered.
 */
export async function getBattleSide(
  input: { battleId: string; side: Side; voterId: string | null },
  db: Db = defaultDb,
): Promise<BattleSide> {
  const battle = await db.battle.findUnique({
    where: { id: input.battleId },
    select: {
      voterId: true,
      votedAt: true,
      skippedAt: true,
      expiresAt: true,
      display: true,
      left: { select: sideSelect },
      right: { select: sideSelect },
    },
  });
  if (!battle) throw new AppError("not_found", "There is no such battle");
  if (battle.voterId !== input.voterId)
    throw new AppError("forbidden", "This battle belongs to another voter");
  const isOver = !battle.votedAt && !battle.skippedAt && battle.expiresAt <= new Date();
  if (isOver) throw new AppError("battle_over", "This battle has expired");
  return filesFor(battle.display, battle[input.side]);
}

/** A creation without materials looks the same either way, and has one file. */
function filesFor(display: Display, files: CreationFiles): BattleSide {
  const { renderedGlbSha256, renderedPosterSha256s, glbSha256, posterSha256s } = files;
  if (display === "rendered" && renderedGlbSha256)
    return { glbSha256: renderedGlbSha256, posterSha256s: renderedPosterSha256s };
  return { glbSha256, posterSha256s };
}
