import "server-only";
import { isWithheld } from "@/lib/battle/data";
import type { Side } from "@/lib/battle/schema";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { BattleRecord, RevealedCreation } from "@/lib/reveal/schema";

const creationSelect = {
  id: true,
  hiddenAt: true,
  triangles: true,
  glbBytes: true,
  renderedGlbBytes: true,
  chosenAttempt: true,
  provenance: true,
  entrant: { select: { slug: true, name: true } },
  attempts: {
    select: { number: true, kind: true, status: true, script: true, errorText: true },
    orderBy: { number: "asc" },
  },
} satisfies Prisma.CreationSelect;

const recordSelect = {
  voterId: true,
  promptId: true,
  trackSlug: true,
  category: true,
  display: true,
  votedAt: true,
  prompt: { select: { slug: true, title: true, text: true } },
  vote: { select: { outcome: true } },
  left: { select: creationSelect },
  right: { select: creationSelect },
} satisfies Prisma.BattleSelect;

type CreationRow = Prisma.CreationGetPayload<{ select: typeof creationSelect }>;

/**
 * A battle that was voted in, with all that was behind it: names, scripts, attempts and their errors.
 * Throws `not_found`, also for whoever is not the voter of a battle with a hidden creation, `battle_open` before the
 * vote, and `forbidden` for a voter who has another battle on the same prompt: names would give that one away.
 */
export async function getBattleRecord(
  { battleId, voterId }: { battleId: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<BattleRecord> {
  const battle = await db.battle.findUnique({ where: { id: battleId }, select: recordSelect });
  if (!battle) throw new AppError("not_found", "There is no such battle");
  if (!battle.vote) throw new AppError("battle_open", "Nobody has decided this battle yet");
  const isOwn = battle.voterId === voterId;
  if (!isOwn && (await isWithheld({ voterId, promptId: battle.promptId }, db)))
    throw new AppError("forbidden", "Finish your own battle on this prompt first");
  if (!isOwn && (battle.left.hiddenAt || battle.right.hiddenAt))
    throw new AppError("not_found", "One of the two objects was withdrawn");
  const { prompt, trackSlug, category, display, vote } = battle;
  const files = (side: Side) => toRevealedCreation(battle[side], { battleId, side });
  return {
    battleId,
    ...{ prompt, category, display, track: trackSlug },
    outcome: vote.outcome,
    left: files("left"),
    right: files("right"),
  };
}

function toRevealedCreation(
  creation: CreationRow,
  { battleId, side }: { battleId: string; side: Side },
): RevealedCreation {
  const { id, hiddenAt, entrant, attempts, chosenAttempt, triangles, glbBytes, renderedGlbBytes } =
    creation;
  const script = attempts.find(({ number }) => number === chosenAttempt)?.script ?? "";
  return {
    ...entrant,
    creationId: hiddenAt ? null : id,
    script,
    lines: script === "" ? 0 : script.trimEnd().split("\n").length,
    triangles: triangles ?? 0,
    sizeBytes: glbBytes ?? 0,
    blenderVersion: blenderOf(creation.provenance),
    attempts: attempts.map(({ script: _, ...attempt }) => attempt),
    glbUrl: `/api/battles/${battleId}/${side}.glb`,
    posterUrls: [0, 1, 2, 3].map((view) => `/api/battles/${battleId}/${side}/poster/${view}`),
    reportUrl: `/api/battles/${battleId}/${side}/reports`,
    materialsUrl: renderedGlbBytes === null ? null : `/api/battles/${battleId}/${side}/materials`,
  };
}

function blenderOf(provenance: Prisma.JsonValue): string | null {
  const isRecord = typeof provenance === "object" && provenance !== null;
  const version = isRecord && !Array.isArray(provenance) ? provenance.blenderVersion : null;
  return typeof version === "string" ? version : null;
}
