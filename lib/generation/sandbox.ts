import { tmpdir } from "node:os";
import { type BoundedResult, runBounded } from "@/lib/generation/bounded-process";
import { runInLandlock } from "@/lib/generation/landlock";
import { SANDBOX_INPUTS, SANDBOX_SCRATCH, sandboxCommand } from "@/lib/generation/sandbox-command";
import { OUTER_ENVIRONMENT, type SandboxRun } from "@/lib/generation/sandbox-run";
import { withJobFolder } from "@/lib/generation/scratch-folder";
import { seccompProgram } from "@/lib/generation/seccomp";

/** Runs a program that is not trusted, at the asked level. Results come back over pipes alone. */
export async function runInSandbox(run: SandboxRun): Promise<BoundedResult> {
  if (run.level === "bwrap") return runInBubblewrap(run);
  return run.level === "landlock" ? runInLandlock(run) : runUnconfined(run);
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
  const { outputs, timeoutMs, signal } = run;
  return withJobFolder({ parent: tmpdir(), files: run.files, uid: null }, ({ inputs, scratch }) =>
    runBounded({
      file: "setpriv",
      args: ["--pdeathsig", "KILL", run.program.bin, ...run.args({ inputs, scratch })],
      env: run.env({ scratch }),
      cwd: scratch,
      ...{ outputs, timeoutMs, signal },
    }),
  );
}
