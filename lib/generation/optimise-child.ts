/**
 * Entry of the child process in which hostile bytes meet libraries: measures, validates and optimises
 * the GLB on standard input. The report goes to descriptor 3, the finished GLB to 4.
 * Started by optimise-process.ts alone, with limits; imported by nothing.
 */
import { readFileSync, writeFileSync } from "node:fs";
import { readGlb, writeGlb } from "@/lib/generation/gltf-io";
import { computeMeshStats, describeBounds, type MeshStats } from "@/lib/generation/mesh-stats";
import { isSimplified, optimise, SIMPLIFY_ERRORS } from "@/lib/generation/optimise";
import {
  type FinishOptions,
  type FinishReport,
  finishOptionsSchema,
  GLB_FD,
  REPORT_FD,
} from "@/lib/generation/optimise-report";
import { boundsOf, collectTriangles, type TriangleSoup } from "@/lib/generation/triangle-soup";
import { listValidationErrors } from "@/lib/generation/validate";

/** Quantising and simplifying may move the box by no more than this share of its diagonal. */
const BOUNDS_TOLERANCE = 0.002;

const clock = { stats: 0, validate: 0, optimise: 0 };

async function timed<T>(stage: keyof typeof clock, work: () => Promise<T>): Promise<T> {
  const started = performance.now();
  const result = await work();
  clock[stage] += (performance.now() - started) / 1000;
  return result;
}

async function finish(raw: Uint8Array, options: FinishOptions): Promise<FinishReport> {
  // Before meshopt: the validator cannot look inside compressed views.
  const errors = await timed("validate", () => listValidationErrors(raw));
  if (errors.length > 0) return { ok: false, message: `Not valid glTF: ${summarise(errors)}` };
  const document = await readGlb(raw);
  const stats = await timed("stats", async () => computeMeshStats(document));
  const tries = isSimplified({ ...options, triangles: stats.triangles })
    ? SIMPLIFY_ERRORS
    : SIMPLIFY_ERRORS.slice(-1);
  for (const simplifyError of tries) {
    const glb = await timed("optimise", async () => {
      // Optimising changes the document: another try begins from the file.
      const one = simplifyError === tries[0] ? document : await readGlb(raw);
      await optimise(one, { ...options, triangles: stats.triangles, simplifyError });
      return writeGlb(one);
    });
    const soup = await timed("validate", async () => collectTriangles(await readGlb(glb)));
    if (!hasMoved(soup, stats)) return finishWith(glb, soup, stats);
  }
  throw new Error("Optimising moved the object's bounds.");
}

async function finishWith(
  glb: Uint8Array,
  soup: TriangleSoup,
  stats: MeshStats,
): Promise<FinishReport> {
  const errors = await timed("validate", () => listValidationErrors(glb));
  if (errors.length > 0) throw new Error(`Optimising made it invalid: ${summarise(errors)}`);
  writeFileSync(GLB_FD, glb);
  const optimisedTriangles = soup.triangles.length / 3;
  const peakMegabytes = process.resourceUsage().maxRSS / 1024;
  return { ok: true, stats, optimisedTriangles, seconds: clock, peakMegabytes };
}

/** What a viewer will decode must be the object that was measured. */
function hasMoved(soup: TriangleSoup, stats: MeshStats): boolean {
  const bounds = boundsOf(soup);
  if (!bounds) throw new Error("Optimising lost the object.");
  const { min, max } = describeBounds(bounds);
  const tolerance = Math.hypot(...stats.bounds.extent) * BOUNDS_TOLERANCE;
  return [0, 1, 2].some(
    (axis) =>
      Math.abs((min[axis] ?? 0) - (stats.bounds.min[axis] ?? 0)) > tolerance ||
      Math.abs((max[axis] ?? 0) - (stats.bounds.max[axis] ?? 0)) > tolerance,
  );
}

function summarise(errors: readonly string[]): string {
  const more = errors.length > 5 ? ` and ${errors.length - 5} more` : "";
  return `${errors.slice(0, 5).join("; ")}${more}`;
}

/** What a library throws at, like what it finds wrong, speaks against the file: the batch goes on. */
function toRefusal(error: unknown): FinishReport {
  const message = error instanceof Error ? error.message : String(error);
  return { ok: false, message: `The GLB could not be optimised: ${message}` };
}

const options = finishOptionsSchema.parse(JSON.parse(process.argv[2] ?? ""));
const report = await finish(readFileSync(0), options).catch(toRefusal);
writeFileSync(REPORT_FD, JSON.stringify(report));
