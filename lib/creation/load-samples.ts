import "server-only";
import { readFile } from "node:fs/promises";
import { putAsset } from "@/lib/creation/asset-store";
import type { connect } from "@/lib/db";
import {
  type Catalogue,
  type CreationRecord,
  listSamples,
  readCatalogue,
  readCreationRecord,
  type Sample,
} from "@/lib/generation/sample-catalogue";

type Client = ReturnType<typeof connect>["db"];

/**
 * Brings the built-in catalogue under `directory` into the database and the asset store. A creation whose
 * record did not change is left alone; votes on a sample stay, whatever its file became.
 * Returns the creations written.
 */
export async function loadSamples(directory: string, db: Client): Promise<number> {
  const catalogue = await readCatalogue(directory);
  await loadCatalogue(catalogue, db);
  let written = 0;
  for (const sample of listSamples(directory, catalogue)) {
    const record = await readCreationRecord(sample);
    if (await loadCreation(sample, record, db)) written += 1;
  }
  return written;
}

async function loadCatalogue({ tracks, prompts, entrants }: Catalogue, db: Client): Promise<void> {
  for (const { slug, ...track } of tracks)
    await db.track.upsert({ where: { slug }, create: { slug, ...track }, update: track });
  for (const { slug, ...prompt } of prompts)
    await db.prompt.upsert({ where: { slug }, create: { slug, ...prompt }, update: prompt });
  for (const { slug, name, kind, settings } of entrants)
    await db.entrant.upsert({
      where: { slug },
      create: { slug, name, kind, settings },
      update: { name, settings },
    });
}

/**
 * Writes one creation. One that was in a battle is never changed, because votes speak of its very bytes:
 * it is hidden, and the new one becomes the next replicate. Returns false when the same one is there already.
 */
async function loadCreation(sample: Sample, record: CreationRecord, db: Client): Promise<boolean> {
  const assets = record.status === "ok" ? await putAssets(sample, record) : null;
  const { id: entrantId } = await db.entrant.findUniqueOrThrow({
    where: { slug: sample.entrant },
    select: { id: true },
  });
  const { id: promptId } = await db.prompt.findUniqueOrThrow({
    where: { slug: sample.prompt },
    select: { id: true },
  });
  const provenance = { ...record.provenance, scriptSha256: record.scriptSha256 };
  const place = { entrantId, promptId, trackSlug: sample.track.slug };
  const newest = await db.creation.findFirst({
    where: place,
    orderBy: { replicate: "desc" },
    select: {
      ...{ id: true, replicate: true, status: true, glbSha256: true, posterSha256s: true },
      ...{ renderedGlbSha256: true, renderedPosterSha256s: true },
    },
  });
  if (newest && isSame(newest, record, assets)) return false;

  const script = await readFile(sample.scriptPath, "utf8");
  await db.$transaction(async (tx) => {
    if (newest)
      await tx.creation.update({
        where: { id: newest.id },
        data: { hiddenAt: new Date(), hiddenReason: "superseded by a newer bake" },
      });
    await tx.creation.create({
      data: {
        ...place,
        replicate: newest ? newest.replicate + 1 : 0,
        status: record.status,
        ...assets,
        chosenAttempt: assets ? 1 : null,
        stats: record.status === "ok" ? record.stats : {},
        provenance,
        attempts: {
          create: {
            number: 1,
            status: record.status,
            script,
            errorText: record.status === "ok" ? null : record.error,
            failureFamily: record.status === "ok" ? null : record.failureFamily,
          },
        },
      },
      select: { id: true },
    });
  });
  return true;
}

type BakedRecord = Extract<CreationRecord, { status: "ok" }>;

type Files = {
  glbSha256: string | null;
  posterSha256s: string[];
  renderedGlbSha256: string | null;
  renderedPosterSha256s: string[];
};

const NO_FILES: Files = {
  ...{ glbSha256: null, posterSha256s: [] },
  ...{ renderedGlbSha256: null, renderedPosterSha256s: [] },
};

function isSame(
  newest: Files & { status: CreationRecord["status"] },
  record: CreationRecord,
  assets: Files | null,
): boolean {
  const keyOf = (files: Files) =>
    [
      ...[files.glbSha256, ...files.posterSha256s],
      ...[files.renderedGlbSha256, ...files.renderedPosterSha256s],
    ].join();
  return newest.status === record.status && keyOf(newest) === keyOf(assets ?? NO_FILES);
}

/** Stores a sample's files. Throws when one is not the file that its record names. */
async function putAssets(sample: Sample, record: BakedRecord) {
  const { glb, posters, rendered } = record;
  return {
    glbSha256: await putFile(sample.glbPath, glb.sha256),
    glbBytes: glb.bytes,
    triangles: record.optimisedTriangles,
    posterSha256s: await putFiles(sample.posterPaths, posters),
    renderedGlbSha256: rendered && (await putFile(sample.renderedGlbPath, rendered.glb.sha256)),
    renderedGlbBytes: rendered?.glb.bytes ?? null,
    renderedPosterSha256s: rendered
      ? await putFiles(sample.renderedPosterPaths, rendered.posters)
      : [],
  };
}

async function putFiles(paths: string[], expectedSha256s: string[]): Promise<string[]> {
  const sha256s: string[] = [];
  for (const [index, path] of paths.entries())
    sha256s.push(await putFile(path, expectedSha256s[index] ?? ""));
  return sha256s;
}

async function putFile(path: string, expectedSha256: string): Promise<string> {
  const sha256 = await putAsset(await readFile(path));
  if (sha256 !== expectedSha256) throw new Error(`${path} is not the file that its record names`);
  return sha256;
}
