import { createHash } from "node:crypto";
import { type BlenderTools, runBlender } from "@/lib/generation/blender";
import type { CreationStatus, FailedStatus } from "@/lib/generation/creation-status";
import { toErrorText } from "@/lib/generation/error-text";
import { type FailureFamily, failureFamily } from "@/lib/generation/failure-family";
import { GATE_VERSION } from "@/lib/generation/gate/gate-limits";
import { gateGlb } from "@/lib/generation/glb-gate";
import type { MeshStats } from "@/lib/generation/mesh-stats";
import { OPTIMISER_VERSION } from "@/lib/generation/optimise";
import { finishObject } from "@/lib/generation/optimise-process";
import { POSTERS_VERSION, type Poster, type PosterStudio } from "@/lib/generation/posters";
import type { SandboxLevel } from "@/lib/generation/sandbox-limits";
import { VALIDATOR_VERSION } from "@/lib/generation/validate";

export type Display = "clay" | "rendered";

export type BakeJob = {
  /** Python for Blender, as the model wrote it. */
  script: string;
  /** What battles will show: clay drops the materials, the paper's way. */
  display: Display;
  /** Bakes that run at the same time need different slots. */
  slot?: number;
  signal?: AbortSignal;
};

/** With what an object was made, and how long each stage took. */
export type Provenance = {
  blenderVersion: string;
  sandbox: SandboxLevel;
  display: Display;
  gate: string;
  validator: string;
  optimiser: string;
  posters: string;
  /** Wall clock of the stages that were reached; the middle three run within `finish`. */
  seconds: StageSeconds;
};

export type StageSeconds = { blender: number } & Partial<
  Record<"gate" | "stats" | "validate" | "optimise" | "finish" | "posters", number>
>;

/** The try, kept whole whatever came of it. */
export type BakeAttempt = {
  script: string;
  status: CreationStatus;
  errorText: string | null;
  failureFamily: FailureFamily | null;
  seconds: number;
};

type Ending = { provenance: Provenance; attempt: BakeAttempt };

/** What came of a script, before any picture of it. */
export type BakedObject =
  | (Ending & {
      status: "ok";
      glb: { bytes: Buffer; sha256: string; size: number };
      stats: MeshStats;
      /** Triangles in the finished GLB: fewer than in `stats` when it was simplified. */
      optimisedTriangles: number;
    })
  | (Ending & { status: FailedStatus; error: string });

/** A creation: a finished object with its four posters, or the reason why there is none. */
export type BakedCreation =
  | (Extract<BakedObject, { status: "ok" }> & { posters: Poster[] })
  | Extract<BakedObject, { error: string }>;

/**
 * From a script to a checked object: sandboxed Blender, gate, then statistics, validation and
 * optimising in a child process. What a script does wrong is a status; a ToolError is thrown when the
 * machine is at fault, and the signal's reason when it was aborted.
 */
export async function bakeObject(job: BakeJob, blender: BlenderTools): Promise<BakedObject> {
  const { script, display, slot = 0, signal } = job;
  const materials = display === "rendered";
  const started = performance.now();
  const secondsSince = (moment: number) => (performance.now() - moment) / 1000;
  const run = await runBlender({ script, materials, slot, signal }, blender);
  const provenance: Provenance = {
    blenderVersion: run.blenderVersion,
    sandbox: blender.level,
    display,
    gate: GATE_VERSION,
    validator: VALIDATOR_VERSION,
    optimiser: OPTIMISER_VERSION,
    posters: POSTERS_VERSION,
    seconds: { blender: run.seconds },
  };
  const fail = (status: FailedStatus, message: string): BakedObject => {
    const error = toErrorText(message);
    const family = failureFamily(status, run.status === "ok" ? null : run.error);
    const attempt = { script, status, errorText: error, failureFamily: family };
    const seconds = secondsSince(started);
    return { status, error, provenance, attempt: { ...attempt, seconds } };
  };
  if (run.status !== "ok") return fail(run.status, run.message);

  const atGate = performance.now();
  const verdict = gateGlb(run.glb);
  provenance.seconds.gate = secondsSince(atGate);
  if (!verdict.ok)
    return fail(
      verdict.code === "empty" ? "no_mesh" : "rejected",
      `The GLB was refused: ${verdict.message} (${verdict.code}).`,
    );

  const atFinish = performance.now();
  const finished = await finishObject(run.glb, { materials, signal });
  provenance.seconds.finish = secondsSince(atFinish);
  if (!finished.ok) return fail("rejected", finished.message);
  const { glb, stats, optimisedTriangles } = finished;
  Object.assign(provenance.seconds, finished.seconds);
  const sha256 = createHash("sha256").update(glb).digest("hex");
  return {
    status: "ok",
    glb: { bytes: glb, sha256, size: glb.length },
    stats,
    optimisedTriangles,
    provenance,
    attempt: {
      ...{ script, status: "ok", errorText: null, failureFamily: null },
      seconds: secondsSince(started),
    },
  };
}

/** bakeObject, and the posters of what came of it. */
export async function bakeScript(
  job: BakeJob,
  tools: { blender: BlenderTools; studio: PosterStudio },
): Promise<BakedCreation> {
  const object = await bakeObject(job, tools.blender);
  if (object.status !== "ok") return object;
  const started = performance.now();
  const posters = await tools.studio.draw(object.glb.bytes, job.display, job.signal);
  object.provenance.seconds.posters = (performance.now() - started) / 1000;
  return { ...object, posters };
}
