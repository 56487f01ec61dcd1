import { access, constants, realpath } from "node:fs/promises";
import { tmpdir } from "node:os";
import { delimiter, dirname, join } from "node:path";
import { env, listApiKeyVariables } from "@/lib/env";
import { BLENDER_CAPS, type BlenderCaps, type BlenderTools } from "@/lib/generation/blender";
import { requireLandlock } from "@/lib/generation/landlock";
import { requireOpenPath } from "@/lib/generation/open-path";
import { createPosterStudio, type PosterStudio } from "@/lib/generation/posters";
import type { SandboxProgram } from "@/lib/generation/sandbox-command";
import {
  SANDBOX_LIMITS,
  type SandboxLevel,
  type SandboxLimits,
} from "@/lib/generation/sandbox-limits";
import { SEARCH_PATH } from "@/lib/generation/sandbox-run";
import { testSandbox } from "@/lib/generation/sandbox-self-test";
import { sweepJobFolders } from "@/lib/generation/scratch-folder";
import { ToolError } from "@/lib/generation/tool-error";

export type ToolSettings = {
  /** Blender's executable: under /usr of the rootfs, or anywhere as an unpacked tarball. */
  blenderBin?: string;
  /** A folder with a whole system whose Blender is to be used, as debootstrap makes it. */
  blenderRootfs?: string;
  /** Any level but `bwrap` is the operator's explicit choice. */
  sandbox?: SandboxLevel;
  /** Where level `landlock` lets scripts write. */
  scratchParent?: string;
  chromiumPath?: string;
  limits?: Partial<SandboxLimits>;
  caps?: Partial<BlenderCaps>;
};

/** Everything that baking needs, found, tested and ready. */
export type BakeTools = {
  blender: BlenderTools;
  blenderVersion: string;
  studio: PosterStudio;
  /** Ends the browser, when one was started. */
  close: () => Promise<void>;
};

/** The settings of this process's environment (see .env.example). */
export function toolSettings(): ToolSettings {
  return {
    blenderBin: env.BLENDER_BIN,
    blenderRootfs: env.BLENDER_ROOTFS,
    sandbox: env.SANDBOX,
    scratchParent: env.SANDBOX_SCRATCH,
    chromiumPath: env.CHROMIUM_PATH,
    caps: {
      scriptMs: env.SCRIPT_TIMEOUT_SECONDS * 1000,
      exportMs: env.EXPORT_TIMEOUT_SECONDS * 1000,
    },
  };
}

/**
 * Finds Blender, the sandbox and Chromium and proves the sandbox with a hostile script.
 * Throws a ToolError with one line that says what is missing and how to install it.
 */
export async function prepareTools(settings: ToolSettings = {}): Promise<BakeTools> {
  const blender = await findBlender(settings);
  const chromiumPath = settings.chromiumPath ?? "/usr/bin/chromium";
  await requireFile(chromiumPath, { name: "Chromium", packages: "chromium" });
  await Promise.all([blender.scratchParent, tmpdir()].map(sweepJobFolders));
  const { blenderVersion } = await testSandbox(blender);
  const studio = createPosterStudio({ chromiumPath, sandbox: blender.level });
  return { blender, blenderVersion, studio, close: studio.close };
}

/** The sandbox and the Blender in it, present but not yet tested. Throws a ToolError. */
export async function findBlender(settings: ToolSettings): Promise<BlenderTools> {
  if (process.platform !== "linux")
    throw new ToolError("Scripts run in a Linux sandbox; this is not Linux. Use a Linux machine.");
  const level = settings.sandbox ?? "bwrap";
  if (level === "none") refuseKeys();
  await requireProgram("setpriv", "util-linux");
  if (level === "bwrap") await requireProgram("prlimit", "util-linux");
  if (level === "bwrap") await requireProgram("bwrap", "bubblewrap");
  if (level === "landlock") await requireLandlock();
  const program = await findProgram(settings);
  requireChroot(program, level);
  return {
    program,
    level,
    limits: { ...SANDBOX_LIMITS, ...settings.limits },
    caps: { ...BLENDER_CAPS, ...settings.caps },
    scratchParent: program.rootfs
      ? join(program.rootfs, "tmp")
      : (settings.scratchParent ?? (await defaultScratchParent())),
  };
}

/** A tmpfs where there is one: scripts then fill memory up to its size, not a disk. */
async function defaultScratchParent(): Promise<string> {
  const sharedMemory = "/dev/shm";
  return (await isPermitted(sharedMemory, constants.W_OK | constants.X_OK))
    ? sharedMemory
    : tmpdir();
}

async function findProgram({
  blenderBin: bin = "/usr/bin/blender",
  blenderRootfs,
}: ToolSettings): Promise<SandboxProgram> {
  const rootfs = blenderRootfs ? await realpath(blenderRootfs).catch(() => blenderRootfs) : "";
  const path = bin.startsWith("/usr/") ? rootfs + bin : bin;
  await requireFile(path, { name: "Blender", packages: "blender python3-numpy" });
  // A link out of /usr would lead nowhere inside.
  const program = { rootfs, bin: rootfs ? bin : await realpath(path) };
  if (!program.bin.startsWith("/usr/")) await requireOpenPath(dirname(program.bin));
  if (rootfs) await requireOpenPath(rootfs);
  return program;
}

function requireChroot({ rootfs }: SandboxProgram, level: SandboxLevel): void {
  if (!rootfs || level === "bwrap") return;
  if (level === "none")
    throw new ToolError(
      "BLENDER_ROOTFS needs a sandbox: SANDBOX=none runs this machine's Blender or a tarball's.",
    );
  if (process.getuid?.() !== 0)
    throw new ToolError(
      "BLENDER_ROOTFS with SANDBOX=landlock needs root, who alone may change the root folder. Without: SANDBOX=bwrap, or BLENDER_BIN with an unpacked tarball.",
    );
}

/** Without a sandbox a script reads /proc of whoever started it. */
function refuseKeys(): void {
  const keys = listApiKeyVariables();
  if (keys.length > 0)
    throw new ToolError(
      `SANDBOX=none refuses to run beside ${keys.join(", ")}: any script could read it. Unset it, or use SANDBOX=bwrap or landlock.`,
    );
}

async function requireProgram(name: string, packages: string): Promise<void> {
  const folders = SEARCH_PATH.split(delimiter);
  for (const folder of folders) if (await isPermitted(join(folder, name), constants.X_OK)) return;
  throw missing(name, packages);
}

async function requireFile(
  path: string,
  { name, packages }: { name: string; packages: string },
): Promise<void> {
  if (!(await isPermitted(path, constants.X_OK))) throw missing(`${name} (${path})`, packages);
}

async function isPermitted(path: string, mode: number): Promise<boolean> {
  return access(path, mode).then(
    () => true,
    () => false,
  );
}

function missing(what: string, packages: string): ToolError {
  return new ToolError(
    `${what} is missing. Install it with: apt-get install -y --no-install-recommends ${packages}`,
  );
}
