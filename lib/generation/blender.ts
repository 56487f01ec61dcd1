import { readFile } from "node:fs/promises";
import { fileURLToPath } from "node:url";
import { type BlenderRun, judgeBlenderRun } from "@/lib/generation/blender-ending";
import { readBlenderReport } from "@/lib/generation/blender-report";
import type { BoundedOutput } from "@/lib/generation/bounded-process";
import { runInSandbox } from "@/lib/generation/sandbox";
import type { SandboxProgram } from "@/lib/generation/sandbox-command";
import type { SandboxLevel, SandboxLimits } from "@/lib/generation/sandbox-limits";

export const BLENDER_CAPS = {
  /** For Blender to start, which is no script's fault. */
  startMs: 120_000,
  /** The paper's two clocks: the script's, then the exporter's, once more for materials. */
  scriptMs: 240_000,
  exportMs: 180_000,
  glbBytes: 64 * 1024 * 1024,
  /** Also what the gate allows. */
  triangles: 2_000_000,
  printedBytes: 10 * 1024 * 1024,
  reportBytes: 1024 * 1024,
} as const;

export type BlenderCaps = { [name in keyof typeof BLENDER_CAPS]: number };

const REPORT_FD = 3;
const GLB_FD = 4;
const RENDERED_GLB_FD = 5;
const LONGEST_MARK = 16;
const PRINTED_TAIL_BYTES = 16 * 1024;
export const WRAPPER = fileURLToPath(new URL("../../blender/run_job.py", import.meta.url));

export type BlenderJob = {
  script: string;
  /** Jobs at the same time need different slots. */
  slot: number;
  signal?: AbortSignal;
};

export type BlenderTools = {
  program: SandboxProgram;
  level: SandboxLevel;
  limits: SandboxLimits;
  caps: BlenderCaps;
  /** Where level "landlock" makes the folders that scripts write to. */
  scratchParent: string;
};

/**
 * Runs a script in headless Blender inside the sandbox and says how it ended.
 * A GLB that comes back is not trusted: it goes through the gate. Throws a ToolError when Blender or
 * the sandbox did not start, so that no script is blamed for the machine.
 */
export async function runBlender(job: BlenderJob, tools: BlenderTools): Promise<BlenderRun> {
  const { caps } = tools;
  const files = new Map<string, Uint8Array>([
    ["run_job.py", await readFile(WRAPPER)],
    ["script.py", Buffer.from(job.script)],
  ]);
  const printed: BoundedOutput = { maxBytes: caps.printedBytes, keepBytes: PRINTED_TAIL_BYTES };
  const result = await runInSandbox({
    ...{ program: tools.program, level: tools.level, limits: tools.limits, slot: job.slot },
    scratchParent: tools.scratchParent,
    args: (inside) => blenderArguments(inside, caps),
    env: ({ scratch }) => blenderEnvironment(scratch),
    files,
    outputs: new Map<number, BoundedOutput>([
      [1, printed],
      [2, printed],
      [REPORT_FD, { maxBytes: caps.reportBytes, onData: phaseClock(caps) }],
      [GLB_FD, { maxBytes: caps.glbBytes }],
      [RENDERED_GLB_FD, { maxBytes: caps.glbBytes }],
    ]),
    timeoutMs: caps.startMs,
    signal: job.signal,
  });
  return judgeBlenderRun({
    ending: result.ending,
    report: readBlenderReport(textOf(result.outputs.get(REPORT_FD))),
    printed: `${textOf(result.outputs.get(1))}\n${textOf(result.outputs.get(2))}`,
    glb: result.outputs.get(GLB_FD) ?? Buffer.alloc(0),
    rendered: result.outputs.get(RENDERED_GLB_FD) ?? Buffer.alloc(0),
    fds: { glb: GLB_FD, rendered: RENDERED_GLB_FD },
    seconds: result.seconds,
    caps,
    scratchBytes: tools.limits.scratchBytes,
  });
}

/**
 * Gives the script and the exporter their own clocks as the wrapper reaches them, each once: a forger
 * can at most start the exporter's early.
 */
function phaseClock(caps: BlenderCaps): (piece: Buffer) => number | undefined {
  const phases = [
    { mark: '"started"', ms: caps.scriptMs },
    { mark: '"exporting"', ms: caps.exportMs },
    { mark: '"rendering"', ms: caps.exportMs },
  ];
  // A mark may be cut in two by the pipe.
  let tail = "";
  return (piece) => {
    const text = tail + piece.toString("latin1");
    tail = text.slice(-LONGEST_MARK);
    let clock: number | undefined;
    while (phases[0] && text.includes(phases[0].mark)) clock = phases.shift()?.ms;
    return clock;
  };
}

/** Blender's command line for a job whose `run_job.py` and `script.py` are in `inputs`. */
export function blenderArguments(
  { inputs, scratch }: { inputs: string; scratch: string },
  caps: BlenderCaps,
): string[] {
  const options = { maxTriangles: caps.triangles, maxBytes: caps.glbBytes };
  return [
    ...["-b", "--factory-startup", "-noaudio", "--disable-autoexec", "-t", "2"],
    // Before -P: it does not hold for what stands in front of it.
    ...["--python-exit-code", "1", "-P", `${inputs}/run_job.py`],
    ...["--", `${inputs}/script.py`, scratch, JSON.stringify(options)],
  ];
}

/**
 * The whole environment of a job. Debian's Python reads PYTHON* variables, and Blender the user's
 * add-ons: both get our own or none.
 */
export function blenderEnvironment(scratch: string): Record<string, string> {
  const home = `${scratch}/blender`;
  return {
    PATH: "/usr/bin:/bin",
    HOME: scratch,
    TMPDIR: scratch,
    LANG: "C.UTF-8",
    PYTHONDONTWRITEBYTECODE: "1",
    PYTHONNOUSERSITE: "1",
    PYTHONHASHSEED: "0",
    OMP_NUM_THREADS: "2",
    OPENBLAS_NUM_THREADS: "1",
    BLENDER_USER_RESOURCES: home,
    BLENDER_USER_CONFIG: `${home}/config`,
    BLENDER_USER_SCRIPTS: `${home}/scripts`,
    BLENDER_USER_DATAFILES: `${home}/data`,
    JOB_REPORT_FD: String(REPORT_FD),
    JOB_GLB_FD: String(GLB_FD),
    JOB_RENDERED_GLB_FD: String(RENDERED_GLB_FD),
  };
}

function textOf(bytes: Buffer | undefined): string {
  return bytes?.toString("utf8") ?? "";
}
