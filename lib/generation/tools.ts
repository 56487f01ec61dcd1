import { access, constants, realpath } from "node:fs/promises";
import { delimiter, join } from "node:path";
import { BLENDER_CAPS, type BlenderCaps, type BlenderTools } from "@/lib/generation/blender";
import { createPosterStudio, type PosterStudio } from "@/lib/generation/posters";
import { SEARCH_PATH } from "@/lib/generation/sandbox";
import {
  SANDBOX_LIMITS,
  type SandboxLevel,
  type SandboxLimits,
} from "@/lib/generation/sandbox-limits";
import { testSandbox } from "@/lib/generation/sandbox-self-test";
import { ToolError } from "@/lib/generation/tool-error";

export type ToolSettings = {
  /** Blender's executable: under /usr of the rootfs, or anywhere as an unpacked tarball. */
  blenderBin?: string;
  /** A folder with a whole system whose Blender is to be used, as debootstrap makes it. */
  blenderRootfs?: string;
  /** `none` is the operator's explicit choice. */
  sandbox?: SandboxLevel;
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

/**
 * Finds Blender, the sandbox and Chromium and proves the sandbox with a hostile script.
 * Throws a ToolError with one line that says what is missing and how to install it.
 */
export async function prepareTools(settings: ToolSettings = {}): Promise<BakeTools> {
  const blender = await findBlender(settings);
  const chromiumPath = settings.chromiumPath ?? "/usr/bin/chromium";
  await requireFile(chromiumPath, { name: "Chromium", packages: "chromium" });
  const { blenderVersion } = await testSandbox(blender);
  const studio = createPosterStudio({ chromiumPath });
  return { blender, blenderVersion, studio, close: studio.close };
}

/** The sandbox and the Blender in it, present but not yet tested. Throws a ToolError. */
export async function findBlender(settings: ToolSettings): Promise<BlenderTools> {
  if (process.platform !== "linux")
    throw new ToolError("Scripts run in a Linux sandbox; this is not Linux. Use a Linux machine.");
  const level = settings.sandbox ?? "bwrap";
  await requireProgram("setpriv", "util-linux");
  await requireProgram("prlimit", "util-linux");
  if (level === "bwrap") await requireProgram("bwrap", "bubblewrap");
  const rootfs = settings.blenderRootfs ?? "";
  const bin = settings.blenderBin ?? "/usr/bin/blender";
  const path = bin.startsWith("/usr/") ? rootfs + bin : bin;
  await requireFile(path, { name: "Blender", packages: "blender python3-numpy" });
  return {
    // A link out of /usr would lead nowhere inside.
    program: { rootfs, bin: rootfs ? bin : await realpath(path) },
    level,
    limits: { ...SANDBOX_LIMITS, ...settings.limits },
    caps: { ...BLENDER_CAPS, ...settings.caps },
  };
}

async function requireProgram(name: string, packages: string): Promise<void> {
  const folders = SEARCH_PATH.split(delimiter);
  for (const folder of folders) if (await isExecutable(join(folder, name))) return;
  throw missing(name, packages);
}

async function requireFile(
  path: string,
  { name, packages }: { name: string; packages: string },
): Promise<void> {
  if (!(await isExecutable(path))) throw missing(`${name} (${path})`, packages);
}

async function isExecutable(path: string): Promise<boolean> {
  return access(path, constants.X_OK).then(
    () => true,
    () => false,
  );
}

function missing(what: string, packages: string): ToolError {
  return new ToolError(
    `${what} is missing. Install it with: apt-get install -y --no-install-recommends ${packages}`,
  );
}
