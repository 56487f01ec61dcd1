import { dirname } from "node:path";
import { fileURLToPath } from "node:url";
import { type BoundedResult, runBounded } from "@/lib/generation/bounded-process";
import { FIRST_UID } from "@/lib/generation/sandbox-command";
import type { SandboxLimits } from "@/lib/generation/sandbox-limits";
import { OUTER_ENVIRONMENT, type SandboxRun } from "@/lib/generation/sandbox-run";
import { bytesWritten, withJobFolder } from "@/lib/generation/scratch-folder";
import { seccompProgram } from "@/lib/generation/seccomp";
import { ToolError } from "@/lib/generation/tool-error";

const LAUNCHER = fileURLToPath(new URL("../../blender/confine.py", import.meta.url));
/** Isolated from whatever Python settings and packages the machine has. */
const PYTHON_FLAGS = ["-I", "-S", "-B", LAUNCHER];

/** What a program needs of the system; all of it is the same on every machine and no secret. */
const READABLE = [
  ...["/usr", "/bin", "/sbin", "/lib", "/lib64"],
  ...["/etc/ld.so.cache", "/etc/alternatives", "/etc/fonts"],
  ...["/dev/null", "/dev/zero", "/dev/random", "/dev/urandom"],
];

const LOOK_EVERY_MS = 100;
/** As many as Blender could want many times over, and quick to count. */
const MOST_FILES = 10_000;

/** The kernel's Landlock version. Throws a ToolError, in one line, when it has none or Python is missing. */
export async function requireLandlock(): Promise<number> {
  const { ending, outputs } = await runBounded({
    ...{ file: "python3", args: [...PYTHON_FLAGS, "--probe"], env: OUTER_ENVIRONMENT },
    outputs: new Map([[1, { maxBytes: 1000 }]]),
    timeoutMs: 10_000,
  });
  if (ending.kind === "unstarted")
    throw new ToolError(
      "python3 is missing, which SANDBOX=landlock needs. Install it with: apt-get install -y python3",
    );
  const version = Number.parseInt(outputs.get(1)?.toString() ?? "", 10);
  if (!(version >= 1))
    throw new ToolError(
      "SANDBOX=landlock does not work here: the kernel has no Landlock (Linux 5.13 or newer with lsm=landlock).",
    );
  return version;
}

/**
 * Runs a program without namespaces: Landlock opens it nothing but programs and one folder, seccomp
 * denies processes, sockets and signals, rlimits cap the rest, and the host looks how much it writes.
 * Results come back over pipes; the folder is removed afterwards.
 */
export async function runInLandlock(run: SandboxRun): Promise<BoundedResult> {
  const { program, limits, outputs, timeoutMs, signal } = run;
  const uid = process.getuid?.() === 0 ? FIRST_UID + run.slot : null;
  const seccompFd = Math.max(2, ...outputs.keys()) + 1;
  // A rootfs becomes the program's root: paths lose its prefix.
  const within = (path: string) => path.slice(program.rootfs.length);
  const place = { parent: run.scratchParent, files: run.files, uid };
  return withJobFolder(place, ({ folder, ...host }) => {
    const [inputs, scratch] = [within(host.inputs), within(host.scratch)];
    const specification = {
      ...{ program: program.bin, args: run.args({ inputs, scratch }), env: run.env({ scratch }) },
      ...{ root: program.rootfs || null, folder: scratch, uid, parent: process.pid, seccompFd },
      readable: [...READABLE, inputs, ...ownFolder(program.bin)],
      writable: [scratch, "/dev/null"],
      limits: resourceLimits(limits),
    };
    return runBounded({
      file: "python3",
      args: [...PYTHON_FLAGS, JSON.stringify(specification)],
      env: OUTER_ENVIRONMENT,
      cwd: folder,
      inputs: new Map([[seccompFd, seccompProgram(process.arch, { namespaces: false })]]),
      ...{ outputs, timeoutMs, signal },
      watch: {
        everyMs: LOOK_EVERY_MS,
        isOvergrown: async (pid) =>
          (await bytesWritten(host.scratch, { pid, mostFiles: MOST_FILES })) > limits.scratchBytes,
      },
    });
  });
}

/** Of an unpacked tarball; what is installed is readable anyway. */
function ownFolder(bin: string): string[] {
  return bin.startsWith("/usr/") ? [] : [dirname(bin)];
}

/** Soft and hard, by the names that Python's resource module has for them. */
function resourceLimits(limits: SandboxLimits) {
  const both = (value: number) => [value, value];
  return {
    AS: both(limits.addressSpaceBytes),
    CPU: [limits.cpuSeconds, limits.cpuSeconds + 5],
    FSIZE: both(limits.fileBytes),
    NPROC: limits.threads,
    ...{ NOFILE: both(256), CORE: both(0), MEMLOCK: both(65_536) },
    ...{ MSGQUEUE: both(0), SIGPENDING: both(128) },
  };
}
