import "server-only";
import * as z from "zod/mini";
import { isWithheld } from "@/lib/battle/data";
import {
  type CreationAttempt,
  type FoundCreation,
  storedAnswerSchema,
  storedProvenanceSchema,
  storedStatsSchema,
} from "@/lib/creation/schema";
import { type Db, db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";
import type { VoteRecord } from "@/lib/vote/vote-record";

export type CreationFiles = {
  glbSha256: string | null;
  posterSha256s: string[];
  /** The object with its materials; null where the script made none. */
  materialsSha256: string | null;
};

/** Which creation, and who wants to see it. */
type Sight = { creationId: string; voterId: string | null };

/**
 * The files of a creation, for whoever may see it. Throws `not_found` for one that is unknown or hidden, and
 * `forbidden` while the reader has a battle on its prompt.
 */
export async function getCreationFiles(
  { creationId, voterId }: Sight,
  db: Db = defaultDb,
): Promise<CreationFiles> {
  const creation = await db.creation.findFirst({
    where: { id: creationId, hiddenAt: null },
    select: { promptId: true, glbSha256: true, posterSha256s: true, renderedGlbSha256: true },
  });
  const { promptId, renderedGlbSha256, ...files } = await requireSight(creation, voterId, db);
  return { ...files, materialsSha256: renderedGlbSha256 };
}

/**
 * A script of a creation, for whoever may see it: of an attempt by its number, or else of the one that counts,
 * which is the one that made the object or the last that failed. Throws as `getCreationFiles` does, and
 * `not_found` where that attempt has no script.
 */
export async function getCreationScript(
  { creationId, voterId, attempt }: Sight & { attempt: number | null },
  db: Db = defaultDb,
): Promise<{ attempt: number; source: string }> {
  const creation = await db.creation.findFirst({
    where: { id: creationId, hiddenAt: null },
    select: { promptId: true, chosenAttempt: true },
  });
  const { chosenAttempt } = await requireSight(creation, voterId, db);
  const script = await readScript({ creationId, attempt: attempt ?? chosenAttempt }, db);
  if (!script) throw new AppError("not_found", "No script made this object");
  return script;
}

async function requireSight<Creation extends { promptId: string }>(
  creation: Creation | null,
  voterId: string | null,
  db: Db,
): Promise<Creation> {
  if (!creation) throw new AppError("not_found", "There is no such creation");
  if (await isWithheld({ voterId, promptId: creation.promptId }, db))
    throw new AppError("forbidden", "Finish your own battle on this prompt first");
  return creation;
}

/** The script of an attempt, of the last one without a number. A reply without a script left an empty one. */
async function readScript(
  { creationId, attempt }: { creationId: string; attempt: number | null },
  db: Db,
): Promise<{ attempt: number; source: string } | null> {
  const row = await db.attempt.findFirst({
    where: { creationId, ...(attempt !== null && { number: attempt }) },
    orderBy: { number: "desc" },
    select: { number: true, script: true },
  });
  return row?.script ? { attempt: row.number, source: row.script } : null;
}

/** The title of a creation's prompt, null when the creation is unknown or hidden. Tells nobody's name. */
export async function getCreationTitle(
  creationId: string,
  db: Db = defaultDb,
): Promise<string | null> {
  const creation = await db.creation.findFirst({
    where: { id: creationId, hiddenAt: null },
    select: { prompt: { select: { title: true } } },
  });
  return creation?.prompt.title ?? null;
}

const attemptSelect = {
  ...{ number: true, kind: true, status: true, errorText: true, failureFamily: true },
  ...{ seconds: true, modelSeconds: true, inputTokens: true, outputTokens: true },
  ...{ costUsd: true, details: true },
} satisfies Prisma.AttemptSelect;

const recordSelect = { wins: true, losses: true, ties: true, bothBad: true } as const;

const detailSelect = {
  ...{ id: true, promptId: true, replicate: true, status: true, createdAt: true },
  ...{ glbBytes: true, triangles: true, renderedGlbBytes: true, costUsd: true },
  ...{ chosenAttempt: true, stats: true, provenance: true },
  entrant: { select: { slug: true, name: true, kind: true, settings: true } },
  prompt: { select: { slug: true, title: true, text: true, category: true } },
  track: { select: { slug: true, name: true } },
  record: { select: recordSelect },
  attempts: { select: attemptSelect, orderBy: { number: "asc" } },
} satisfies Prisma.CreationSelect;

/**
 * A creation with all that is behind it, for one reader; null when it is unknown or hidden. `attempt` says which
 * script to show; a number that no attempt has is as none.
 */
export async function getCreation(
  { creationId, voterId, attempt }: Sight & { attempt: number | null },
  db: Db = defaultDb,
): Promise<FoundCreation | null> {
  const row = await db.creation.findFirst({
    where: { id: creationId, hiddenAt: null },
    select: detailSelect,
  });
  if (!row) return null;
  const { promptId, prompt, entrant, renderedGlbBytes, costUsd, ...rest } = row;
  if (await isWithheld({ voterId, promptId }, db))
    return { state: "withheld", prompt: { slug: prompt.slug, title: prompt.title } };

  const { settings, ...who } = entrant;
  const isThere = row.attempts.some(({ number }) => number === attempt);
  const script = await readScript(
    { creationId, attempt: isThere ? attempt : row.chosenAttempt },
    db,
  );
  const creation = {
    ...rest,
    ...{ entrant: who, prompt, script },
    record: toVoteRecord(row.record),
    materialsBytes: renderedGlbBytes,
    costUsd: costUsd?.toNumber() ?? null,
    attempts: row.attempts.map(toAttempt),
    stats: parseStored(storedStatsSchema, row.stats),
    provenance: parseStored(storedProvenanceSchema, row.provenance),
    license: licenseOf(settings),
  };
  return { state: "shown", creation };
}

function toVoteRecord(
  row: Prisma.CreationRecordGetPayload<{ select: typeof recordSelect }> | null,
): VoteRecord {
  return {
    wins: Number(row?.wins ?? 0),
    losses: Number(row?.losses ?? 0),
    ties: Number(row?.ties ?? 0),
    bothBad: Number(row?.bothBad ?? 0),
  };
}

type AttemptRow = Prisma.AttemptGetPayload<{ select: typeof attemptSelect }>;

function toAttempt({ details, costUsd, ...rest }: AttemptRow): CreationAttempt {
  return {
    ...rest,
    costUsd: costUsd?.toNumber() ?? null,
    answer: parseStored(storedAnswerSchema, details),
  };
}

/** Stored JSON that is no object at all holds nothing to show. */
function parseStored<Schema extends z.core.$ZodType>(
  schema: Schema,
  value: Prisma.JsonValue,
): z.infer<Schema> {
  const isObject = typeof value === "object" && value !== null && !Array.isArray(value);
  return z.parse(schema, isObject ? value : {});
}

const licenseSchema = z.object({ license: z.string() });

function licenseOf(settings: Prisma.JsonValue): string | null {
  const stated = z.safeParse(licenseSchema, settings);
  return stated.success ? stated.data.license : null;
}
