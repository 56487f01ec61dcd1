import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import {
  type BoundedOutput,
  type BoundedResult,
  runBounded,
} from "@/lib/generation/bounded-process";
import {
  SANDBOX_INPUTS,
  SANDBOX_SCRATCH,
  type SandboxProgram,
  sandboxCommand,
} from "@/lib/generation/sandbox-command";
import type { SandboxLevel, SandboxLimits } from "@/lib/generation/sandbox-limits";
import { seccompProgram } from "@/lib/generation/seccomp";

/** Where the sandbox's own programs are looked for. */
export const SEARCH_PATH = "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin";

/** All that the program's parents see of our environment: bwrap's own is readable in /proc/1/environ. */
const OUTER_ENVIRONMENT = { PATH: SEARCH_PATH };

export type SandboxRun = {
  program: SandboxProgram;
  level: SandboxLevel;
  limits: SandboxLimits;
  slot: number;
  /** Made from the paths that hold inside: level "none" has other paths than a real sandbox. */
  args: (inside: { inputs: string; scratch: string }) => string[];
  env: (inside: { scratch: string }) => Record<string, string>;
  /** Files to read, by name. They reach the sandbox over pipes: nothing is written on the host. */
  files: ReadonlyMap<string, Uint8Array>;
  /** By descriptor, as the program sees it. */
  outputs: ReadonlyMap<number, BoundedOutput>;
  timeoutMs: number;
  signal?: AbortSignal;
};

/** Runs a program that is not trusted, at the asked level. Results come back over pipes alone. */
export async function runInSandbox(run: SandboxRun): Promise<BoundedResult> {
  return run.level === "bwrap" ? runInBubblewrap(run) : runUnconfined(run);
}

async function runInBubblewrap(run: SandboxRun): Promise<BoundedResult> {
  const seccompFd = Math.max(2, ...run.outputs.keys()) + 1;
  const names = [...run.files.keys()];
  const files = new Map(names.map((name, index) => [name, seccompFd + 1 + index]));
  const inputs = new Map<number, Uint8Array>([[seccompFd, seccompProgram()]]);
  for (const [name, bytes] of run.files) inputs.set(files.get(name) ?? -1, bytes);
  const { file, args } = sandboxCommand({
    program: run.program,
    args: run.args({ inputs: SANDBOX_INPUTS, scratch: SANDBOX_SCRATCH }),
    env: run.env({ scratch: SANDBOX_SCRATCH }),
    limits: run.limits,
    slot: run.slot,
    files,
    seccompFd,
    asRoot: process.getuid?.() === 0,
  });
  const { outputs, timeoutMs, signal } = run;
  return runBounded({ file, args, env: OUTER_ENVIRONMENT, inputs, outputs, timeoutMs, signal });
}

/** No confinement but a clean environment, a folder of its own, byte caps and the wall clock. */
async function runUnconfined(run: SandboxRun): Promise<BoundedResult> {
  const folder = await mkdtemp(join(tmpdir(), "polyduel-job-"));
  try {
    for (const [name, bytes] of run.files) await writeFile(join(folder, name), bytes);
    const { rootfs, bin } = run.program;
    return await runBounded({
      file: "setpriv",
      args: [
        ...["--pdeathsig", "KILL", bin.startsWith("/usr/") ? rootfs + bin : bin],
        ...run.args({ inputs: folder, scratch: folder }),
      ],
      env: run.env({ scratch: folder }),
      cwd: folder,
      outputs: run.outputs,
      timeoutMs: run.timeoutMs,
      signal: run.signal,
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
