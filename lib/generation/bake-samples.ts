import { createHash } from "node:crypto";
import { readFile, rm, writeFile } from "node:fs/promises";
import type { MeshStats } from "@/lib/generation/mesh-stats";
import {
  type BakedCreation,
  type BakedObject,
  bakeObject,
  bakeScript,
} from "@/lib/generation/pipeline";
import {
  type CreationRecord,
  creationRecordSchema,
  readCreationRecord,
  type Sample,
} from "@/lib/generation/sample-catalogue";
import type { BakeTools } from "@/lib/generation/tools";

/** Share of the diagonal by which a re-bake's bounds may differ: less than an eye could see. */
const BOUNDS_TOLERANCE = 1e-4;

/** Bakes one sample and writes creation.json, object.glb and the posters beside its script. */
export async function bakeSample(
  sample: Sample,
  tools: BakeTools,
  signal?: AbortSignal,
): Promise<BakedCreation> {
  const script = await readFile(sample.scriptPath, "utf8");
  const creation = await bakeScript({ script, display: sample.track.display, signal }, tools);
  await removeBaked(sample);
  if (creation.status === "ok") {
    await writeFile(sample.glbPath, creation.glb.bytes);
    for (const [n, path] of sample.posterPaths.entries())
      await writeFile(path, creation.posters[n]?.bytes ?? Buffer.alloc(0));
  }
  // Last: a bake that was stopped halfway has no creation.json.
  const json = JSON.stringify(toCreationRecord(creation, script), null, 2);
  await writeFile(sample.creationPath, `${json}\n`);
  return creation;
}

/**
 * Bakes one sample again, without pictures, and says how it differs from what was committed: status,
 * triangles or bounds. Null when it does not.
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
  const baked = await bakeObject({ script, display: sample.track.display, signal }, tools.blender);
  return differenceOf(committed, baked);
}

/** How a bake differs from a committed creation in what a re-bake must give again. */
export function differenceOf(committed: CreationRecord, baked: BakedObject): string | null {
  if (committed.status !== baked.status) return `${baked.status} instead of ${committed.status}`;
  if (committed.status !== "ok" || baked.status !== "ok") return null;
  const [before, after] = [committed.stats, baked.stats];
  if (before.triangles !== after.triangles)
    return `${after.triangles} triangles instead of ${before.triangles}`;
  return sameBounds(before.bounds, after.bounds) ? null : "other bounds";
}

function sameBounds(before: MeshStats["bounds"], after: MeshStats["bounds"]): boolean {
  const tolerance = Math.hypot(...before.extent) * BOUNDS_TOLERANCE;
  return ([0, 1, 2] as const).every(
    (axis) =>
      Math.abs(before.min[axis] - after.min[axis]) <= tolerance &&
      Math.abs(before.max[axis] - after.max[axis]) <= tolerance,
  );
}

/** The committed record: without clocks, so that the same bake gives the same file. */
function toCreationRecord(creation: BakedCreation, script: string): CreationRecord {
  const { seconds: _, ...provenance } = creation.provenance;
  const common = { scriptSha256: sha256Of(script), provenance };
  if (creation.status !== "ok") {
    const { status, error, attempt } = creation;
    const { failureFamily } = attempt;
    return creationRecordSchema.parse({ status, error, failureFamily, ...common });
  }
  const { status, stats, optimisedTriangles, glb, posters } = creation;
  return {
    ...{ status, stats, optimisedTriangles },
    glb: { sha256: glb.sha256, bytes: glb.size },
    posters: posters.map((poster) => poster.sha256),
    ...common,
  };
}

async function removeBaked(sample: Sample): Promise<void> {
  for (const path of [sample.creationPath, sample.glbPath, ...sample.posterPaths])
    await rm(path, { force: true });
}

function sha256Of(text: string): string {
  return createHash("sha256").update(text).digest("hex");
}
