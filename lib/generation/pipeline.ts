import { createHash } from "node:crypto";
import { type BlenderTools, runBlender } from "@/lib/generation/blender";
import type { BlenderRun } from "@/lib/generation/blender-ending";
import type { CreationStatus, FailedStatus } from "@/lib/generation/creation-status";
import { toErrorText } from "@/lib/generation/error-text";
import { type FailureFamily, failureFamily } from "@/lib/generation/failure-family";
import { GATE_VERSION } from "@/lib/generation/gate/gate-limits";
import { gateGlb } from "@/lib/generation/glb-gate";
import { type MeshStats, sameBounds } from "@/lib/generation/mesh-stats";
import { OPTIMISER_VERSION } from "@/lib/generation/optimise";
import { type FinishedObject, finishObject } from "@/lib/generation/optimise-process";
import { POSTERS_VERSION, type Poster, type PosterStudio } from "@/lib/generation/posters";
import type { SandboxLevel } from "@/lib/generation/sandbox-limits";
import { VALIDATOR_VERSION } from "@/lib/generation/validate";

export type BakeJob = {
  /** Python for Blender, as the model wrote it. */
  script: string;
  /** Bakes that run at the same time need different slots. */
  slot?: number;
  signal?: AbortSignal;
};

/** With what an object was made, and how long each stage took. */
export type Provenance = {
  blenderVersion: string;
  sandbox: SandboxLevel;
  gate: string;
  validator: string;
  optimiser: string;
  posters: string;
  /** Why there is no rendered object although the script made materials. */
  renderedNote: string | null;
  /** Greatest resident memory of Blender, as its process says: a script could forge it. */
  peakMegabytes: number | null;
  seconds: StageSeconds;
};

/**
 * Wall clock of the stages that were reached. `script`, `export` and `rendered` (the export with
 * materials) lie within `blender` and are Blender's own word, which a script could forge; `stats`,
 * `validate` and `optimise` lie within `finish`. All but those are for both files together.
 */
export type StageSeconds = { blender: number } & Partial<
  Record<
    | ("script" | "export" | "rendered")
    | ("gate" | "finish" | "stats" | "validate" | "optimise" | "posters"),
    number
  >
>;

/** The try, kept whole whatever came of it. */
export type BakeAttempt = {
  script: string;
  status: CreationStatus;
  errorText: string | null;
  failureFamily: FailureFamily | null;
  seconds: number;
};

export type GlbFile = { bytes: Buffer; sha256: string; size: number };

type Ending = { provenance: Provenance; attempt: BakeAttempt };

/** What came of a script, before any picture of it. */
export type BakedObject =
  | (Ending & {
      status: "ok";
      /** Without materials: the paper's way. */
      glb: GlbFile;
      /** Of the raw clay GLB, with the number of materials that the rendered one has. */
      stats: MeshStats;
      /** Triangles in the finished GLB: fewer than in `stats` when it was simplified. */
      optimisedTriangles: number;
      /** The same object with its materials, when the script made any. */
      rendered: GlbFile | null;
    })
  | (Ending & { status: FailedStatus; error: string });

/** A creation: a finished object with its posters, or the reason why there is none. */
export type BakedCreation =
  | (Extract<BakedObject, { status: "ok" }> & {
      /** The four views in clay. */
      posters: Poster[];
      /** The four views with materials, or none when there is no rendered object. */
      renderedPosters: Poster[];
    })
  | Extract<BakedObject, { error: string }>;

/**
 * From a script to a checked object: sandboxed Blender, gate, then statistics, validation and
 * optimising in a child process, for the clay GLB and then for the one with materials, without which
 * the first stands. What a script does wrong is a status; a ToolError is thrown when the machine is at
 * fault, and the signal's reason when it was aborted.
 */
export async function bakeObject(job: BakeJob, blender: BlenderTools): Promise<BakedObject> {
  const { script, slot = 0, signal } = job;
  const started = performance.now();
  const run = await runBlender({ script, slot, signal }, blender);
  const provenance = startProvenance(run, blender.level);
  const end = (fields: Omit<BakeAttempt, "script" | "seconds">): Ending => ({
    provenance,
    attempt: { script, ...fields, seconds: secondsSince(started) },
  });
  const fail = (status: FailedStatus, message: string): BakedObject => {
    const error = toErrorText(message);
    const family = failureFamily(status, run.status === "ok" ? null : run.error);
    return { status, error, ...end({ status, errorText: error, failureFamily: family }) };
  };
  if (run.status !== "ok") return fail(run.status, run.message);

  const clay = await checkGlb(run.glb, { materials: false, signal, seconds: provenance.seconds });
  if (!clay.ok) return fail(clay.status, clay.message);
  const rendered = await checkRendered(run.rendered, clay, { provenance, signal });
  return {
    status: "ok",
    glb: toFile(clay.glb),
    stats: { ...clay.stats, materials: rendered?.stats.materials ?? 0 },
    optimisedTriangles: clay.optimisedTriangles,
    rendered: rendered && toFile(rendered.glb),
    ...end({ status: "ok", errorText: null, failureFamily: null }),
  };
}

/** bakeObject, and the posters of what came of it. */
export async function bakeScript(
  job: BakeJob,
  tools: { blender: BlenderTools; studio: PosterStudio },
): Promise<BakedCreation> {
  const object = await bakeObject(job, tools.blender);
  if (object.status !== "ok") return object;
  const { glb, rendered, provenance } = object;
  const started = performance.now();
  const posters = await tools.studio.draw(glb.bytes, "clay", job.signal);
  const renderedPosters = rendered
    ? await tools.studio.draw(rendered.bytes, "rendered", job.signal)
    : [];
  provenance.seconds.posters = secondsSince(started);
  return { ...object, posters, renderedPosters };
}

function startProvenance(run: BlenderRun, sandbox: SandboxLevel): Provenance {
  const { peakMegabytes, ...reported } = run.reported;
  return {
    blenderVersion: run.blenderVersion,
    sandbox,
    gate: GATE_VERSION,
    validator: VALIDATOR_VERSION,
    optimiser: OPTIMISER_VERSION,
    posters: POSTERS_VERSION,
    renderedNote: run.status === "ok" && run.renderedNote ? toErrorText(run.renderedNote) : null,
    peakMegabytes,
    seconds: { blender: run.seconds, ...reported },
  };
}

type CheckOptions = { materials: boolean; signal?: AbortSignal; seconds: StageSeconds };
type Finished = Extract<FinishedObject, { ok: true }>;
type Checked = Finished | { ok: false; status: "no_mesh" | "rejected"; message: string };

/** The way of any GLB that comes out of the sandbox; adds to the clocks of its stages. */
async function checkGlb(
  glb: Buffer,
  { materials, signal, seconds }: CheckOptions,
): Promise<Checked> {
  const add = (stage: keyof StageSeconds, more: number) => {
    seconds[stage] = (seconds[stage] ?? 0) + more;
  };
  const atGate = performance.now();
  const verdict = gateGlb(glb);
  add("gate", secondsSince(atGate));
  if (!verdict.ok) {
    const status = verdict.code === "empty" ? "no_mesh" : "rejected";
    return {
      ok: false,
      status,
      message: `The GLB was refused: ${verdict.message} (${verdict.code}).`,
    };
  }
  const atFinish = performance.now();
  const finished = await finishObject(glb, { materials, signal });
  add("finish", secondsSince(atFinish));
  if (!finished.ok) return { ...finished, status: "rejected" };
  for (const stage of ["stats", "validate", "optimise"] as const)
    add(stage, finished.seconds[stage]);
  return finished;
}

/**
 * The rendered object, if it is one, is sound, and is the clay's shape: a script shares the exporter's
 * process and could hand over any two files. Notes in provenance why it is left out.
 */
async function checkRendered(
  raw: Buffer | null,
  clay: Finished,
  { provenance, signal }: { provenance: Provenance; signal?: AbortSignal },
): Promise<Finished | null> {
  if (!raw) return null;
  const checked = await checkGlb(raw, { materials: true, signal, seconds: provenance.seconds });
  const note = noteAgainst(checked, clay);
  if (note) provenance.renderedNote = toErrorText(`With materials: ${note}`);
  if (note || !checked.ok) return null;
  return checked.stats.materials === 0 || checked.glb.equals(clay.glb) ? null : checked;
}

function noteAgainst(rendered: Checked, clay: Finished): string | null {
  if (!rendered.ok) return rendered.message;
  const { triangles, bounds } = rendered.stats;
  if (triangles !== clay.stats.triangles)
    return `Another object, of ${triangles} triangles instead of ${clay.stats.triangles}.`;
  return sameBounds(clay.stats.bounds, bounds) ? null : "Another object, with other bounds.";
}

function toFile(bytes: Buffer): GlbFile {
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex"), size: bytes.length };
}

function secondsSince(moment: number): number {
  return (performance.now() - moment) / 1000;
}
