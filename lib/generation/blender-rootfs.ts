import {
  access,
  chmod,
  copyFile,
  mkdir,
  mkdtemp,
  readdir,
  readFile,
  rename,
  rm,
  writeFile,
} from "node:fs/promises";
import { basename, dirname, join, resolve } from "node:path";
import { childEnvironment } from "@/lib/env";
import { type BoundedResult, runBounded } from "@/lib/generation/bounded-process";
import { requireOpenPath } from "@/lib/generation/open-path";
import { SEARCH_PATH } from "@/lib/generation/sandbox-run";
import { ToolError } from "@/lib/generation/tool-error";

export type FetchBlenderOptions = {
  /** The root folder to make. */
  directory: string;
  /** A Debian release whose Blender is wanted: sid has the newest. */
  suite: string;
  /** Left out, debootstrap takes its own. */
  mirror?: string;
  signal?: AbortSignal;
  /** Told what goes on, a line at a time. */
  log: (line: string) => void;
};

/** Numpy for the exporter; scipy because the paper allows it and its scripts use it. */
const PACKAGES = ["blender", "python3-numpy", "python3-scipy"];
const HOUR_MS = 3_600_000;
/** Names the folder of a run that has not ended. */
const UNFINISHED = ".unfinished-";

/** Its presence says that a folder is whole: it is written last, before the folder gets its name. */
const MARK = "etc/polyduel-blender";

/**
 * Makes a root folder with Debian's current Blender and what its exporter needs, for BLENDER_ROOTFS.
 * Made beside its place and moved there when it is whole; one that is there already is left alone.
 * Throws a ToolError when this is not root, debootstrap is missing, or a step fails.
 */
export async function fetchBlender(
  options: FetchBlenderOptions,
): Promise<{ blenderVersion: string }> {
  const { suite, log, signal } = options;
  signal?.throwIfAborted();
  const directory = resolve(options.directory);
  const there = await readVersion(directory);
  if (there) return there;
  requireRoot();
  await mkdir(dirname(directory), { recursive: true, mode: 0o755 });
  await requireOpenPath(dirname(directory));
  await requireFree(directory);
  await removeUnfinished(directory);
  const unfinished = await mkdtemp(`${directory}${UNFINISHED}${process.pid}-`);
  try {
    log(`Making a Debian ${suite} with Blender in ${directory} (about 1 GB, some minutes)`);
    await installSystem(unfinished, options);
    const blenderVersion = await installBlender(unfinished, options);
    await writeFile(join(unfinished, MARK), `${blenderVersion}\n`);
    signal?.throwIfAborted();
    return await moveIntoPlace(unfinished, directory);
  } finally {
    await remove(unfinished);
  }
}

async function installSystem(root: string, options: FetchBlenderOptions): Promise<void> {
  const { suite, mirror } = options;
  options.log("  debootstrap: the base system");
  const source = mirror === undefined ? [] : [mirror];
  await run(["debootstrap", "--variant=minbase", suite, root, ...source], options);
}

/** Returns the version that was installed. */
async function installBlender(root: string, options: FetchBlenderOptions): Promise<string> {
  await copyFile("/etc/resolv.conf", join(root, "etc/resolv.conf")).catch(() => {});
  const settings = [
    // Mirrors of a frozen day have an expired Release file; the packages' signatures still hold.
    'Acquire::Check-Valid-Until "false";',
    ...(await readProxies()).map(([scheme, url]) => `Acquire::${scheme}::Proxy "${url}";`),
  ];
  await writeFile(join(root, "etc/apt/apt.conf.d/90polyduel"), `${settings.join("\n")}\n`);
  // Nothing that is installed may start: this is a folder, not a machine.
  await writeFile(join(root, "usr/sbin/policy-rc.d"), "#!/bin/sh\nexit 101\n", { mode: 0o755 });
  const inside = (...command: string[]) => run(["chroot", root, ...command], options);
  options.log("  apt: the list of packages");
  await inside("apt-get", "update");
  options.log(`  apt: ${PACKAGES.join(", ")}`);
  await inside("apt-get", "install", "-y", "--no-install-recommends", ...PACKAGES);
  await inside("apt-get", "clean");
  const said = await inside("/usr/bin/blender", "--version");
  const version = /^Blender (\S+(?: LTS)?)/m.exec(said)?.[1];
  if (!version)
    throw new ToolError(`The Blender that was installed does not run: ${said.slice(-500)}`);
  return version;
}

/**
 * Runs a step in mount and process namespaces of its own: however it ends, nothing of it runs on, and
 * what it mounted under the folder is gone before anything is removed there.
 */
async function run(
  [program = "", ...args]: readonly string[],
  { signal }: FetchBlenderOptions,
): Promise<string> {
  const result = await runBounded({
    file: "setpriv",
    args: [
      ...["--pdeathsig", "KILL", "unshare", "--mount", "--pid", "--fork", "--kill-child"],
      ...["--mount-proc", program, ...args],
    ],
    env: await stepEnvironment(),
    outputs: new Map([1, 2].map((fd) => [fd, { maxBytes: 2 ** 28, keepBytes: 16_384 }])),
    timeoutMs: HOUR_MS,
    signal,
  });
  const { ending } = result;
  if (ending.kind === "exit" && ending.code === 0) return result.outputs.get(1)?.toString() ?? "";
  throw failure(program, result);
}

function failure(program: string, { ending, outputs }: BoundedResult): ToolError {
  const text = [1, 2].map((fd) => outputs.get(fd)?.toString() ?? "").join("\n");
  const said = ending.kind === "unstarted" ? ending.cause.message : text.trim().slice(-1500);
  if (/debootstrap.*(?:ENOENT|No such file|not found)/.test(said))
    return new ToolError("debootstrap is missing. Install it with: apt-get install -y debootstrap");
  return new ToolError(`Fetching Blender failed (${program}): ${said}`);
}

/** A proxy that is set for this process goes for wget, as debootstrap uses it, and for apt. */
async function stepEnvironment(): Promise<Record<string, string>> {
  const proxies = (await readProxies()).map(([scheme, url]) => [`${scheme}_proxy`, url]);
  return {
    ...Object.fromEntries(proxies),
    PATH: SEARCH_PATH,
    LANG: "C.UTF-8",
    DEBIAN_FRONTEND: "noninteractive",
  };
}

/** By scheme: from the environment, else as apt of this machine is set. */
async function readProxies(): Promise<[scheme: string, url: string][]> {
  const ours = childEnvironment({});
  const found = await Promise.all(
    ["http", "https"].map(async (scheme) => {
      const url = ours[`${scheme}_proxy`] || ours[`${scheme.toUpperCase()}_PROXY`];
      return [scheme, url || (await readAptProxy(scheme))] as const;
    }),
  );
  return found.flatMap(([scheme, url]) => (url ? [[scheme, url]] : []));
}

async function readAptProxy(scheme: string): Promise<string> {
  const { outputs } = await runBounded({
    file: "apt-config",
    args: ["shell", "PROXY", `Acquire::${scheme}::Proxy`],
    env: { PATH: SEARCH_PATH },
    outputs: new Map([[1, { maxBytes: 10_000 }]]),
    timeoutMs: 10_000,
  });
  return /^PROXY='([^']+)'/.exec(outputs.get(1)?.toString() ?? "")?.[1] ?? "";
}

async function moveIntoPlace(unfinished: string, directory: string) {
  // A folder of mkdtemp is for its owner alone, and scripts run as others.
  await chmod(unfinished, 0o755);
  // Over another run's folder it fails: whichever was first stays.
  await rename(unfinished, directory).catch(() => {});
  const there = await readVersion(directory);
  if (!there) throw new ToolError(`${directory} could not be put in its place.`);
  return there;
}

async function readVersion(directory: string): Promise<{ blenderVersion: string } | null> {
  const mark = await readFile(join(directory, MARK), "utf8").catch(() => null);
  return mark === null ? null : { blenderVersion: mark.trim() };
}

function requireRoot(): void {
  if (process.getuid?.() !== 0)
    throw new ToolError(
      "Making a system for Blender needs root: run it with sudo, or set BLENDER_BIN to an unpacked tarball.",
    );
}

/** Never over what somebody else keeps there. */
async function requireFree(directory: string): Promise<void> {
  const entries = await readdir(directory).catch(() => []);
  if (entries.length > 0)
    throw new ToolError(`${directory} is not empty, and not made by this command: name another.`);
}

/** What runs that were killed have left; those that go on are let be. */
async function removeUnfinished(directory: string): Promise<void> {
  const prefix = basename(directory) + UNFINISHED;
  for (const name of await readdir(dirname(directory))) {
    if (!name.startsWith(prefix)) continue;
    const pid = Number.parseInt(name.slice(prefix.length), 10);
    const isRunning = await access(`/proc/${pid}`).then(
      () => true,
      () => false,
    );
    if (!isRunning) await remove(join(dirname(directory), name));
  }
}

/** Only when nothing is mounted below: a mounted /proc or /dev is not ours to remove. */
async function remove(folder: string): Promise<void> {
  const mounts = await readFile("/proc/self/mounts", "utf8");
  if (mounts.includes(` ${folder}/`))
    throw new ToolError(
      `Something is mounted under ${folder}: unmount it, then remove the folder.`,
    );
  await rm(folder, { recursive: true, force: true });
}
