import "server-only";
import { putAsset } from "@/lib/creation/asset-store";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";
import type { MadeAttempt, MadeCreation } from "@/lib/generation/make-creation";

/** The key of a creation: each is made once. */
export type CreationPlace = {
  entrantId: string;
  promptId: string;
  trackSlug: string;
  replicate: number;
};

/**
 * Stores a creation with every attempt, its files first: a kill in between leaves files that nobody names,
 * never a creation without them. Returns false when another process stored this creation meanwhile.
 */
export async function storeCreation(
  place: CreationPlace,
  made: MadeCreation,
  db: Db = defaultDb,
): Promise<boolean> {
  const { creation, attempts, chosenAttempt, costUsd } = made;
  const object = creation.status === "ok" ? await putObject(creation) : {};
  try {
    await db.creation.create({
      data: {
        ...place,
        ...object,
        status: creation.status,
        chosenAttempt,
        costUsd,
        provenance: { ...creation.provenance, ...made.provenance } as Prisma.InputJsonObject,
        attempts: { create: attempts.map(toAttemptRow) },
      },
      select: { id: true },
    });
    return true;
  } catch (error) {
    const isTaken = error instanceof Prisma.PrismaClientKnownRequestError && error.code === "P2002";
    if (isTaken) return false;
    throw error;
  }
}

type OkCreation = Extract<MadeCreation["creation"], { status: "ok" }>;

async function putObject(creation: OkCreation) {
  const { glb, posters, rendered, renderedPosters, stats, optimisedTriangles } = creation;
  return {
    glbSha256: await putAsset(glb.bytes),
    glbBytes: glb.size,
    triangles: optimisedTriangles,
    posterSha256s: await putAll(posters),
    renderedGlbSha256: rendered && (await putAsset(rendered.bytes)),
    renderedGlbBytes: rendered?.size ?? null,
    renderedPosterSha256s: await putAll(renderedPosters),
    stats,
  };
}

async function putAll(pictures: readonly { bytes: Uint8Array }[]): Promise<string[]> {
  const sha256s: string[] = [];
  for (const { bytes } of pictures) sha256s.push(await putAsset(bytes));
  return sha256s;
}

function toAttemptRow(attempt: MadeAttempt) {
  const { script, reply, bakeSeconds, ...rest } = attempt;
  return {
    ...rest,
    script: toStorable(script),
    reply: reply === null ? null : toStorable(reply),
    seconds: bakeSeconds,
    details: attempt.details as Prisma.InputJsonObject,
  };
}

/** Postgres takes neither NUL nor lone halves of surrogate pairs; a model may write both. */
function toStorable(text: string): string {
  return text.toWellFormed().replaceAll("\u0000", "\ufffd");
}
