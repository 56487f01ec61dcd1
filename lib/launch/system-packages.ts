import "server-only";
import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { childEnvironment, env } from "@/lib/env";
import { LaunchError } from "@/lib/errors";

type SystemPackage = { name: string; isPresent: () => boolean };

const onPath = (program: string) => spawnSync("which", [program], { stdio: "ignore" }).status === 0;

/** What npm cannot bring: by Debian's names. */
const PACKAGES: SystemPackage[] = [
  {
    name: "chromium",
    isPresent: () => (env.CHROMIUM_PATH ? existsSync(env.CHROMIUM_PATH) : onPath("chromium")),
  },
  {
    name: "blender",
    isPresent: () => Boolean(env.BLENDER_ROOTFS ?? env.BLENDER_BIN) || onPath("blender"),
  },
  {
    // Blender's glTF exporter imports it, and Debian's package only recommends it.
    name: "python3-numpy",
    isPresent: () =>
      Boolean(env.BLENDER_ROOTFS ?? env.BLENDER_BIN) ||
      existsSync("/usr/lib/python3/dist-packages/numpy"),
  },
  { name: "bubblewrap", isPresent: () => onPath("bwrap") },
  // The tests look for processes that should be gone.
  { name: "procps", isPresent: () => onPath("ps") },
];

/**
 * Makes sure that Chromium, Blender and bubblewrap are there: root with apt installs what is missing.
 * Throws a `LaunchError` with the exact command otherwise. Returns what it installed.
 */
export function ensureSystemPackages(): string[] {
  const missing = PACKAGES.filter(({ isPresent }) => !isPresent()).map(({ name }) => name);
  if (missing.length === 0) return [];
  const install = ["apt-get", "install", "-y", "--no-install-recommends", ...missing];
  const canInstall = process.getuid?.() === 0 && onPath("apt-get");
  if (!canInstall)
    throw new LaunchError(
      `Missing on this machine: ${missing.join(", ")}. Install with: sudo ${install.join(" ")}`,
    );
  for (const args of [["apt-get", "update"], install]) run(args);
  return missing;
}

function run([program = "", ...args]: string[]): void {
  const { status } = spawnSync(program, args, {
    stdio: ["ignore", "ignore", "inherit"],
    env: childEnvironment({ DEBIAN_FRONTEND: "noninteractive" }),
  });
  if (status !== 0) throw new LaunchError(`Failed: ${[program, ...args].join(" ")}`);
}
