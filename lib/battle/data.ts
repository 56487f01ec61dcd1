import "server-only";
import { type PromptPool, toPools } from "@/lib/battle/catalogue";
import type { Side } from "@/lib/battle/schema";
import { keptByCatalogue } from "@/lib/catalogue-cache";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { Display } from "@/lib/generated/prisma/client.ts";

const keptPools = keptByCatalogue(listPools);

/** Everything that can be paired now. Every web process notices a change of it at its next battle. */
export function getPools(db: Db = defaultDb): Promise<PromptPool[]> {
  return keptPools(db);
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

/** The battle reserved for a voter and not shown yet, if it is still for what was asked and may still be shown. */
export async function getReservedBattle(
  { voterId, requested }: { voterId: string; requested: string },
  db: Db = defaultDb,
): Promise<ServedRow | null> {
  const showable = { hiddenAt: null, entrant: { status: "active" } } as const;
  return db.battle.findFirst({
    where: {
      ...{ voterId, requested, left: showable, right: showable },
      ...{ shownAt: null, votedAt: null, skippedAt: null, expiredAt: null },
    },
    select: servedSelect,
  });
}

/** One battle as its voter sees it. */
export async function getServedBattle(id: string, db: Db = defaultDb): Promise<ServedRow> {
  return db.battle.findUniqueOrThrow({ where: { id }, select: servedSelect });
}

/** Pairs of creations that a voter answered, by vote or skip, or has on the table now. */
export async function listSpentPairs(
  voterId: string,
  db: Db = defaultDb,
): Promise<{ leftCreationId: string; rightCreationId: string }[]> {
  return db.battle.findMany({
    where: {
      voterId,
      OR: [
        { votedAt: { not: null } },
        { skippedAt: { not: null } },
        { shownAt: { not: null }, expiredAt: null },
      ],
    },
    select: { leftCreationId: true, rightCreationId: true },
  });
}

/**
 * The prompts on which a voter has a battle that is not answered yet: at most the one shown and the one reserved.
 * Until it is, no creation of such a prompt may be shown to them elsewhere: a name beside a shape would give the
 * battle away (DESIGN §6).
 */
export async function listWithheldPrompts(
  voterId: string | null,
  db: Db = defaultDb,
): Promise<Set<string>> {
  if (!voterId) return new Set();
  const open = { votedAt: null, skippedAt: null, expiredAt: null, expiresAt: { gt: new Date() } };
  const battles = await db.battle.findMany({
    where: { voterId, ...open },
    select: { promptId: true },
  });
  return new Set(battles.map(({ promptId }) => promptId));
}

/** Whether a creation of this prompt must not be shown to this voter now. */
export async function isWithheld(
  { voterId, promptId }: { voterId: string | null; promptId: string },
  db: Db = defaultDb,
): Promise<boolean> {
  return (await listWithheldPrompts(voterId, db)).has(promptId);
}

const filesSelect = {
  hiddenAt: true,
  glbSha256: true,
  posterSha256s: true,
  renderedGlbSha256: true,
  renderedPosterSha256s: true,
} satisfies Prisma.CreationSelect;

type CreationFiles = Prisma.CreationGetPayload<{ select: typeof filesSelect }>;

export type BattleSide = {
  /** The object and its posters as the battle's display shows them. */
  glbSha256: string | null;
  posterSha256s: string[];
  /** The object with its materials: null before the vote, and where the script made none. */
  materialsSha256: string | null;
};

const battleSelect = {
  voterId: true,
  promptId: true,
  display: true,
  votedAt: true,
  skippedAt: true,
  expiresAt: true,
  left: { select: filesSelect },
  right: { select: filesSelect },
} satisfies Prisma.BattleSelect;

type BattleFiles = Prisma.BattleGetPayload<{ select: typeof battleSelect }>;

/**
 * The files of one side of a battle: its voter's alone until the vote, everybody's after it.
 * Throws `not_found`, `forbidden` for another voter's open battle and for whoever has a battle of their own on
 * the same prompt, `battle_over` once it expired unanswered, `not_found` also for an object that was hidden meanwhile.
 */
export async function getBattleSide(
  input: { battleId: string; side: Side; voterId: string | null },
  db: Db = defaultDb,
): Promise<BattleSide> {
  const battle = await db.battle.findUnique({
    where: { id: input.battleId },
    select: battleSelect,
  });
  if (!battle) throw new AppError("not_found", "There is no such battle");
  await requireSight(battle, input.voterId, db);
  const files = battle[input.side];
  // What was hidden meanwhile stays its own voter's to judge, and is nobody else's to see.
  if (files.hiddenAt && battle.voterId !== input.voterId)
    throw new AppError("not_found", "This object was withdrawn");
  return {
    ...shownFiles(battle.display, files),
    materialsSha256: battle.votedAt ? files.renderedGlbSha256 : null,
  };
}

async function requireSight(battle: BattleFiles, voterId: string | null, db: Db): Promise<void> {
  const { votedAt, skippedAt, expiresAt, promptId } = battle;
  if (battle.voterId !== voterId) {
    if (!votedAt) throw new AppError("forbidden", "This battle belongs to another voter");
    if (await isWithheld({ voterId, promptId }, db))
      throw new AppError("forbidden", "Finish your own battle on this prompt first");
  }
  if (!votedAt && !skippedAt && expiresAt <= new Date())
    throw new AppError("battle_over", "This battle has expired");
}

/** A creation without materials looks the same either way, and has one file. */
function shownFiles(display: Display, files: CreationFiles) {
  const { renderedGlbSha256, renderedPosterSha256s, glbSha256, posterSha256s } = files;
  if (display === "rendered" && renderedGlbSha256)
    return { glbSha256: renderedGlbSha256, posterSha256s: renderedPosterSha256s };
  return { glbSha256, posterSha256s };
}
