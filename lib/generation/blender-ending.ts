import { constants } from "node:os";
import type { BlenderCaps } from "@/lib/generation/blender";
import type { BlenderReport, ScriptError } from "@/lib/generation/blender-report";
import type { BoundedEnding } from "@/lib/generation/bounded-process";
import type { FailedStatus } from "@/lib/generation/creation-status";
import { ToolError } from "@/lib/generation/tool-error";

/** The object as it was exported: neither file is trusted before the gate has read it. */
type ExportedObject = {
  status: "ok";
  glb: Buffer;
  /** The same object with its materials; null when it has none or when that export went wrong. */
  rendered: Buffer | null;
  /** Why `rendered` is null although there are materials. */
  renderedNote: string | null;
};

/** What an operator can do where bubblewrap cannot make its namespaces. */
const WITHOUT_NAMESPACES =
  "Two ways out: SANDBOX=landlock, which needs no namespaces; or allow user namespaces " +
  "(sysctl kernel.apparmor_restrict_unprivileged_userns=0 on Ubuntu; docker run --security-opt " +
  "seccomp=unconfined --security-opt apparmor=unconfined --security-opt systempaths=unconfined).";

type Verdict =
  | ExportedObject
  | { status: FailedStatus; message: string; error: ScriptError | null };

/** How one run of Blender ended. */
export type BlenderRun = {
  blenderVersion: string;
  /** Wall clock of the whole run, start-up included. */
  seconds: number;
  /** As the wrapper says them, which a script can forge: for information only. */
  reported: {
    script?: number;
    export?: number;
    rendered?: number;
    /** Greatest resident memory of the process (the kernel's ru_maxrss). */
    peakMegabytes: number | null;
  };
  /** The end of what the script printed, for explaining. */
  printed: string;
} & Verdict;

export type BlenderRunFacts = {
  ending: BoundedEnding;
  report: BlenderReport;
  printed: string;
  glb: Buffer;
  rendered: Buffer;
  fds: { glb: number; rendered: number };
  seconds: number;
  caps: BlenderCaps;
  scratchBytes: number;
};

/**
 * The status of a run (DESIGN §7) from what the host saw of it.
 * Throws a ToolError when the wrapper never came to speak: then Blender or the sandbox is at fault.
 */
export function judgeBlenderRun(facts: BlenderRunFacts): BlenderRun {
  const { started, exporting, rendering, finished } = facts.report;
  if (!started) throw notStarted(facts);
  const { seconds, printed } = facts;
  const last = finished ?? rendering;
  const peakMegabytes = last ? Math.round(last.peakMegabytes) : null;
  const reported = { ...(last ?? exporting)?.seconds, peakMegabytes };
  return { blenderVersion: started.blender, seconds, reported, printed, ...judge(facts) };
}

function judge(facts: BlenderRunFacts): Verdict {
  const verdict = judgeRun(facts);
  // The clay object is out by the time that materials are exported: it stands without them.
  const note = facts.glb.length > 0 && facts.report.rendering && noteOf(facts, verdict);
  return note ? { status: "ok", glb: facts.glb, rendered: null, renderedNote: note } : verdict;
}

/** What kept the export with materials from ending; null when nothing did, or it was no matter of it. */
function noteOf({ ending, report, fds }: BlenderRunFacts, verdict: Verdict): string | null {
  if (verdict.status === "ok") return null;
  const isOurs =
    ending.kind === "timeout" ||
    (ending.kind === "overflow" && ending.fd === fds.rendered) ||
    (ending.kind === "exit" && !report.finished);
  return isOurs ? `With materials: ${verdict.message}`.slice(0, 1000) : null;
}

function judgeRun(facts: BlenderRunFacts): Verdict {
  const { ending, report, caps } = facts;
  const phase = report.exporting ? "export" : "script";
  if (ending.kind === "timeout") {
    const limitMs = report.exporting ? caps.exportMs : caps.scriptMs;
    return failed("timeout", `The ${phase} did not end within ${limitMs / 1000} s.`);
  }
  if (ending.kind === "overflow") return failed("rejected", overflowMessage(ending.fd, facts));
  if (ending.kind === "overgrown")
    return failed(
      "rejected",
      `The ${phase} wrote more than ${facts.scratchBytes / 2 ** 20} MiB of files.`,
    );
  const { finished } = report;
  if (!finished) return unfinished(facts, phase);
  if (finished.status === "no_mesh")
    return failed("no_mesh", "The script ended without a visible mesh that has faces.");
  if (finished.status !== "ok") {
    const message = finished.error?.traceback ?? "No error was given.";
    return { status: finished.status, message, error: finished.error };
  }
  if (facts.glb.length === 0) return failed("export_error", "The exporter wrote no GLB.");
  const { renderedNote } = finished;
  const isWhole = facts.rendered.length > 0 && renderedNote === null;
  return { status: "ok", glb: facts.glb, rendered: isWhole ? facts.rendered : null, renderedNote };
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

function overflowMessage(fd: number, { fds, caps }: BlenderRunFacts): string {
  if (fd === fds.glb || fd === fds.rendered)
    return `The GLB is larger than ${caps.glbBytes / 2 ** 20} MiB.`;
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
  const hint = said.startsWith("bwrap: ") ? ` ${WITHOUT_NAMESPACES}` : "";
  return new ToolError(`Blender did not start in the sandbox (${causeOf(ending)}): ${said}${hint}`);
}
