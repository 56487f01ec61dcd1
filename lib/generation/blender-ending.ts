import { constants } from "node:os";
import type { BlenderCaps } from "@/lib/generation/blender";
import type { BlenderReport, ScriptError } from "@/lib/generation/blender-report";
import type { BoundedEnding } from "@/lib/generation/bounded-process";
import type { FailedStatus } from "@/lib/generation/creation-status";
import { ToolError } from "@/lib/generation/tool-error";

/** How one run of Blender ended. */
export type BlenderRun = {
  blenderVersion: string;
  /** Wall clock of the whole run, start-up included. */
  seconds: number;
  /** The end of what the script printed, for explaining. */
  printed: string;
} & (
  | { status: "ok"; glb: Buffer }
  | { status: FailedStatus; message: string; error: ScriptError | null }
);

export type BlenderRunFacts = {
  ending: BoundedEnding;
  report: BlenderReport;
  printed: string;
  glb: Buffer;
  glbFd: number;
  seconds: number;
  caps: BlenderCaps;
};

type Verdict =
  | { status: "ok"; glb: Buffer }
  | { status: FailedStatus; message: string; error: ScriptError | null };

/**
 * The status of a run (DESIGN §7) from what the host saw of it.
 * Throws a ToolError when the wrapper never came to speak: then Blender or the sandbox is at fault.
 */
export function judgeBlenderRun(facts: BlenderRunFacts): BlenderRun {
  const { started } = facts.report;
  if (!started) throw notStarted(facts);
  const { seconds, printed } = facts;
  return { blenderVersion: started.blender, seconds, printed, ...judge(facts) };
}

function judge(facts: BlenderRunFacts): Verdict {
  const { ending, report, caps } = facts;
  const phase = report.exporting ? "export" : "script";
  if (ending.kind === "timeout") {
    const limitMs = report.exporting ? caps.exportMs : caps.scriptMs;
    return failed("timeout", `The ${phase} did not end within ${limitMs / 1000} s.`);
  }
  if (ending.kind === "overflow") return failed("rejected", overflowMessage(ending.fd, facts));
  const { finished } = report;
  if (!finished) return unfinished(facts, phase);
  if (finished.status === "no_mesh")
    return failed("no_mesh", "The script ended without a visible mesh that has faces.");
  if (finished.status !== "ok") {
    const message = finished.error?.traceback ?? "No error was given.";
    return { status: finished.status, message, error: finished.error };
  }
  if (facts.glb.length === 0) return failed("export_error", "The exporter wrote no GLB.");
  return { status: "ok", glb: facts.glb };
}

function unfinished(facts: BlenderRunFacts, phase: string): Verdict {
  const cause = causeOf(facts.ending);
  if (cause === "SIGXCPU") return failed("timeout", `The ${phase} used up its processor time.`);
  const tail = facts.printed.trim();
  return failed(
    "crashed",
    `Blender ended during the ${phase} without a report (${cause}).${tail ? `\n\n${tail}` : ""}`,
  );
}

/** bwrap passes its child's death by a signal on as exit code 128 + signal. */
function causeOf(ending: BoundedEnding): string {
  if (ending.kind !== "exit") return ending.kind;
  if (ending.signal) return ending.signal;
  const number = (ending.code ?? 0) - 128;
  const name = Object.entries(constants.signals).find(([, value]) => value === number)?.[0];
  return name ?? `exit code ${ending.code}`;
}

function overflowMessage(fd: number, { glbFd, caps }: BlenderRunFacts): string {
  if (fd === glbFd) return `The GLB is larger than ${caps.glbBytes / 2 ** 20} MiB.`;
  return `The script printed more than ${caps.printedBytes / 2 ** 20} MiB.`;
}

function failed(status: FailedStatus, message: string): Verdict {
  return { status, message, error: null };
}

function notStarted(facts: BlenderRunFacts): ToolError {
  const { ending } = facts;
  if (ending.kind === "unstarted")
    return new ToolError(`The sandbox could not be started: ${ending.cause.message}`);
  if (ending.kind === "timeout")
    return new ToolError(`Blender did not start within ${facts.caps.startMs / 1000} s.`);
  const said = facts.printed.trim().slice(-1500);
  return new ToolError(`Blender did not start in the sandbox (${causeOf(ending)}): ${said}`);
}
