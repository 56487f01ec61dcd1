import { createRequire } from "node:module";
import { fileURLToPath, pathToFileURL } from "node:url";
import {
  type BoundedOutput,
  type BoundedResult,
  runBounded,
} from "@/lib/generation/bounded-process";
import {
  type FinishOptions,
  type FinishReport,
  finishReportSchema,
  GLB_FD,
  REPORT_FD,
} from "@/lib/generation/optimise-report";
import { ToolError } from "@/lib/generation/tool-error";

export const FINISH_CAPS = {
  timeoutMs: 180_000,
  heapMegabytes: 4096,
  glbBytes: 64 * 1024 * 1024,
} as const;

export type FinishedObject =
  | (Extract<FinishReport, { ok: true }> & { glb: Buffer })
  | Extract<FinishReport, { ok: false }>;

const CHILD = fileURLToPath(new URL("./optimise-child.ts", import.meta.url));
const PROJECT = fileURLToPath(new URL("../..", import.meta.url));
const TSX = pathToFileURL(createRequire(import.meta.url).resolve("tsx")).href;

/** V8's exit when its heap is full, as a signal or as a shell would say it. */
const OUT_OF_MEMORY: ReadonlySet<unknown> = new Set(["SIGABRT", 134, "SIGKILL", 137]);

/**
 * Measures, validates and optimises a GLB that passed the gate, in a child process with a heap limit,
 * a wall clock and no environment: what hangs or kills a library there is a refusal here.
 * Throws a ToolError when the child itself does not work.
 */
export async function finishObject(
  glb: Uint8Array,
  options: FinishOptions & { signal?: AbortSignal },
): Promise<FinishedObject> {
  const result = await runBounded({
    file: "setpriv",
    args: [
      ...["--pdeathsig", "KILL", process.execPath],
      ...[`--max-old-space-size=${FINISH_CAPS.heapMegabytes}`, "--conditions=react-server"],
      ...["--import", TSX, CHILD, JSON.stringify({ materials: options.materials })],
    ],
    env: { PATH: "/usr/bin:/bin" },
    cwd: PROJECT,
    inputs: new Map([[0, glb]]),
    outputs: new Map<number, BoundedOutput>([
      [2, { maxBytes: 1024 * 1024, keepBytes: 8192 }],
      [REPORT_FD, { maxBytes: 1024 * 1024 }],
      [GLB_FD, { maxBytes: FINISH_CAPS.glbBytes }],
    ]),
    timeoutMs: FINISH_CAPS.timeoutMs,
    signal: options.signal,
  });
  return readResult(result);
}

function readResult({ ending, outputs }: BoundedResult): FinishedObject {
  if (ending.kind === "timeout")
    return refused(`Optimising did not end within ${FINISH_CAPS.timeoutMs / 1000} s.`);
  if (ending.kind === "overflow") return refused("Optimising made the file larger than the cap.");
  if (ending.kind === "exit" && ending.code === 0) {
    const report = finishReportSchema.parse(JSON.parse(textOf(outputs.get(REPORT_FD))));
    if (!report.ok) return report;
    return { ...report, glb: outputs.get(GLB_FD) ?? Buffer.alloc(0) };
  }
  if (
    ending.kind === "exit" &&
    (OUT_OF_MEMORY.has(ending.signal) || OUT_OF_MEMORY.has(ending.code))
  )
    return refused("Optimising ran out of memory.");
  const cause = ending.kind === "unstarted" ? ending.cause.message : textOf(outputs.get(2)).trim();
  throw new ToolError(`The optimiser did not work: ${cause.slice(-2000)}`);
}

function refused(message: string): FinishedObject {
  return { ok: false, message };
}

function textOf(bytes: Buffer | undefined): string {
  return bytes?.toString("utf8") ?? "";
}
