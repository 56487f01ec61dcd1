import { dirname } from "node:path";
import type { SandboxLimits } from "@/lib/generation/sandbox-limits";

/** Where a program that runs in the sandbox comes from. */
export type SandboxProgram = {
  /** Folder whose `usr` and `etc` the sandbox sees as its own: "" for the host's. */
  rootfs: string;
  /** The executable: a path inside rootfs under /usr, or the absolute host path of an unpacked tarball's. */
  bin: string;
};

/** Where the sandbox keeps what it is given to read, and the only folder it may write to. */
export const SANDBOX_INPUTS = "/in";
export const SANDBOX_SCRATCH = "/tmp";
const PROGRAM_FOLDER = "/opt/program";

/** First uid of the slots: nobody's on any Debian machine, so nothing of the host belongs to it. */
export const FIRST_UID = 64001;

export type SandboxCommand = {
  program: SandboxProgram;
  args: readonly string[];
  env: Readonly<Record<string, string>>;
  limits: SandboxLimits;
  /** Runs that go on at the same time need different slots: each has a uid of its own. */
  slot: number;
  /** Files under SANDBOX_INPUTS, with the descriptor that bwrap reads each from. */
  files: ReadonlyMap<string, number>;
  seccompFd: number;
  asRoot: boolean;
};

/**
 * The command line that runs a program with nothing of the host but a read-only /usr: own namespaces,
 * no network, no capability, no writable path outside two size-capped tmpfs, seccomp and hard rlimits.
 */
export function sandboxCommand(command: SandboxCommand): { file: string; args: string[] } {
  const uid = String(FIRST_UID + command.slot);
  const bwrap = [
    ...isolation(uid, command.env),
    "--disable-userns",
    ...mounts(command),
    ...["--chdir", SANDBOX_SCRATCH],
    ...["--seccomp", String(command.seccompFd), "--"],
    // Inside, because RLIMIT_NPROC counts per user namespace: outside, it would count the host's
    // processes of a user who runs this without being root.
    ...resourceCaps(command.limits),
    programInside(command.program),
    ...command.args,
  ];
  return asUser(uid, command.asRoot, bwrap);
}

/** bwrap as an unprivileged user: as the one of that number where root may choose. */
export function asUser(
  uid: string,
  asRoot: boolean,
  bwrap: string[],
): { file: string; args: string[] } {
  if (!asRoot) return { file: "bwrap", args: bwrap };
  const identity = [`--reuid=${uid}`, `--regid=${uid}`, "--clear-groups"];
  return {
    file: "setpriv",
    args: [...identity, "--inh-caps=-all", "--bounding-set=-all", "bwrap", ...bwrap],
  };
}

/** Every namespace its own, the network among them; no capability; this environment and no other. */
export function isolation(uid: string, env: Readonly<Record<string, string>>): string[] {
  return [
    ...["--unshare-all", "--unshare-user", "--uid", uid, "--gid", uid],
    ...["--hostname", "sandbox", "--die-with-parent", "--new-session", "--cap-drop", "ALL"],
    "--clearenv",
    ...Object.entries(env).flatMap(([name, value]) => ["--setenv", name, value]),
  ];
}

/** A system's programs and libraries, read-only, with the few settings that they cannot do without. */
export function systemMounts(rootfs: string): string[] {
  return [
    ...["--ro-bind", `${rootfs}/usr`, "/usr"],
    ...["bin", "sbin", "lib", "lib64"].flatMap((name) => ["--symlink", `usr/${name}`, `/${name}`]),
    ...["--dir", "/etc"],
    ...["ld.so.cache", "alternatives", "fonts"].flatMap((name) => [
      ...["--ro-bind-try", `${rootfs}/etc/${name}`, `/etc/${name}`],
    ]),
    ...["--proc", "/proc", "--dev", "/dev"],
  ];
}

function resourceCaps(limits: SandboxLimits): string[] {
  return [
    "prlimit",
    `--as=${limits.addressSpaceBytes}`,
    `--cpu=${limits.cpuSeconds}:${limits.cpuSeconds + 5}`,
    `--nproc=${limits.threads}`,
    `--fsize=${limits.fileBytes}`,
    ...["--nofile=256", "--core=0", "--memlock=65536", "--msgqueue=0", "--sigpending=128"],
  ];
}

function mounts({ program, limits, files }: SandboxCommand): string[] {
  return [
    ...systemMounts(program.rootfs),
    ...(isInstalled(program) ? [] : ["--ro-bind", dirname(program.bin), PROGRAM_FOLDER]),
    ...["--size", String(limits.sharedMemoryBytes), "--perms", "1777", "--tmpfs", "/dev/shm"],
    ...["--remount-ro", "/dev"],
    ...["--size", String(limits.scratchBytes), "--perms", "0700", "--tmpfs", SANDBOX_SCRATCH],
    ...["--dir", SANDBOX_INPUTS],
    ...[...files].flatMap(([name, fd]) => [
      ...["--perms", "0444", "--ro-bind-data", String(fd), `${SANDBOX_INPUTS}/${name}`],
    ]),
    // Last: the root itself is a tmpfs, writable until here.
    ...["--remount-ro", "/"],
  ];
}

function programInside(program: SandboxProgram): string {
  if (isInstalled(program)) return program.bin;
  return `${PROGRAM_FOLDER}${program.bin.slice(dirname(program.bin).length)}`;
}

function isInstalled(program: SandboxProgram): boolean {
  return program.bin.startsWith("/usr/");
}
