import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import { sameBounds } from "@/lib/generation/mesh-stats";
import {
  type BakedCreation,
  type BakedObject,
  bakeObject,
  bakeScript,
} from "@/lib/generation/pipeline";
import type { Poster } from "@/lib/generation/posters";
import {
  type CreationRecord,
  creationRecordSchema,
  readCreationRecord,
  type Sample,
} from "@/lib/generation/sample-catalogue";
import type { BakeTools } from "@/lib/generation/tools";

/**
 * Bakes one sample and writes beside its script creation.json, object.glb and its posters, and the same
 * with materials when the script makes any.
 */
export async function bakeSample(
  sample: Sample,
  tools: BakeTools,
  signal?: AbortSignal,
): Promise<BakedCreation> {
  const script = await readFile(sample.scriptPath, "utf8");
  const creation = await bakeScript({ script, signal }, tools);
  await removeBaked(sample);
  if (creation.status === "ok") {
    const { glb, rendered, posters, renderedPosters } = creation;
    await writeFile(sample.glbPath, glb.bytes);
    await writeAll(sample.posterPaths, posters);
    if (rendered) await writeFile(sample.renderedGlbPath, rendered.bytes);
    if (rendered) await writeAll(sample.renderedPosterPaths, renderedPosters);
  }
  // Last: a bake that was stopped halfway has no creation.json.
  const json = JSON.stringify(toCreationRecord(creation, script), null, 2);
  await writeFile(sample.creationPath, `${json}\n`);
  return creation;
}

/**
 * Bakes one sample again, without pictures, and says how it differs from what was committed: status,
 * triangles, bounds or materials. Null when it does not.
 */
export async function checkSample(
  sample: Sample,
  tools: BakeTools,
  signal?: AbortSignal,
): Promise<string | null> {
  const script = await readFile(sample.scriptPath, "utf8");
  const committed = await readCreationRecord(sample).catch(() => null);
  if (!committed) return "there is no bake that can be read";
  if (committed.scriptSha256 !== sha256Of(script)) return "the script was changed after its bake";
  const baked = await bakeObject({ script, signal }, tools.blender);
  return differenceOf(committed, baked);
}

/** How a bake differs from a committed creation in what a re-bake must give again. */
export function differenceOf(committed: CreationRecord, baked: BakedObject): string | null {
  if (committed.status !== baked.status) return `${baked.status} instead of ${committed.status}`;
  if (committed.status !== "ok" || baked.status !== "ok") return null;
  const [before, after] = [committed.stats, baked.stats];
  if (before.triangles !== after.triangles)
    return `${after.triangles} triangles instead of ${before.triangles}`;
  if (before.materials !== after.materials)
    return `${after.materials} materials instead of ${before.materials}`;
  return sameBounds(before.bounds, after.bounds) ? null : "other bounds";
}

/** The committed record: without clocks, so that the same bake gives the same file. */
function toCreationRecord(creation: BakedCreation, script: string): CreationRecord {
  const { seconds: _, peakMegabytes: __, ...provenance } = creation.provenance;
  const common = { scriptSha256: sha256Of(script), provenance };
  if (creation.status !== "ok") {
    const { status, error, attempt } = creation;
    const { failureFamily } = attempt;
    return creationRecordSchema.parse({ status, error, failureFamily, ...common });
  }
  const { status, stats, optimisedTriangles, glb, posters, rendered, renderedPosters } = creation;
  return {
    ...{ status, stats, optimisedTriangles },
    glb: { sha256: glb.sha256, bytes: glb.size },
    posters: posters.map((poster) => poster.sha256),
    rendered: rendered && {
      glb: { sha256: rendered.sha256, bytes: rendered.size },
      posters: renderedPosters.map((poster) => poster.sha256),
    },
    ...common,
  };
}

async function removeBaked(sample: Sample): Promise<void> {
  const { creationPath, glbPath, posterPaths, renderedGlbPath, renderedPosterPaths } = sample;
  const objects = [glbPath, ...posterPaths, renderedGlbPath, ...renderedPosterPaths];
  for (const path of [creationPath, ...objects]) await rm(path, { force: true });
}

async function writeAll(paths: readonly string[], posters: readonly Poster[]): Promise<void> {
  for (const [n, poster] of posters.entries()) await writeFile(paths[n] ?? "", poster.bytes);
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
