import type { Stats } from "node:fs";
import {
  chmod,
  chown,
  lstat,
  mkdir,
  mkdtemp,
  readdir,
  readlink,
  rm,
  stat,
  writeFile,
} from "node:fs/promises";
import { join } from "node:path";
import { isProcessAlive } from "@/lib/process-alive";

const PREFIX = "polyduel-job-";
const NAME = /^polyduel-job-(\d+)-(\d+)-/;
/** How long a folder is left alone that comes from where its process could not be seen: a container. */
const STALE_AFTER_MS = 60 * 60 * 1000;

/** A run's folder on the host, at the levels that have no file system of their own to give. */
export type JobFolder = { folder: string; inputs: string; scratch: string };

/**
 * Makes a folder with files to read and a place to write for one user, runs `work` in it, and removes
 * it whatever happens.
 */
export async function withJobFolder<Result>(
  {
    parent,
    files,
    uid,
  }: { parent: string; files: ReadonlyMap<string, Uint8Array>; uid: number | null },
  work: (folder: JobFolder) => Promise<Result>,
): Promise<Result> {
  const folder = await mkdtemp(join(parent, `${PREFIX}${process.pid}-${await processSpace()}-`));
  try {
    const [inputs, scratch] = [join(folder, "in"), join(folder, "scratch")];
    // To be walked through, not to be listed.
    await chmod(folder, 0o711);
    await mkdir(inputs);
    await chmod(inputs, 0o755);
    for (const [name, bytes] of files) {
      await writeFile(join(inputs, name), bytes);
      await chmod(join(inputs, name), 0o444);
    }
    await mkdir(scratch, { mode: 0o700 });
    if (uid !== null) await chown(scratch, uid, uid);
    return await work({ folder, inputs, scratch });
  } finally {
    await rm(folder, { recursive: true, force: true, maxRetries: 3 });
  }
}

/** Removes the folders of runs whose process was killed before it could. */
export async function sweepJobFolders(parent: string): Promise<void> {
  const here = await processSpace();
  for (const name of await readdir(parent).catch(() => [])) {
    const [, pid, space] = NAME.exec(name) ?? [];
    if (pid === undefined || isProcessAlive(Number(pid))) continue;
    const path = join(parent, name);
    const age = await stat(path).then(
      ({ mtimeMs }) => Date.now() - mtimeMs,
      () => 0,
    );
    if (space === here || age > STALE_AFTER_MS)
      await rm(path, { recursive: true, force: true }).catch(() => {});
  }
}

/** Where a process id means what it means to us. */
async function processSpace(): Promise<string> {
  const name = await readlink("/proc/self/ns/pid").catch(() => "");
  return name.replace(/\D/g, "") || "0";
}

/**
 * Bytes that a process holds in its scratch folder: every file, and those that it has deleted but
 * keeps open, which no listing shows. Infinity beyond `mostFiles`.
 */
export async function bytesWritten(
  scratch: string,
  { pid, mostFiles }: { pid: number; mostFiles: number },
): Promise<number> {
  const entries = await readdir(scratch, { recursive: true });
  if (entries.length > mostFiles) return Number.POSITIVE_INFINITY;
  const descriptors = `/proc/${pid}/fd`;
  const open = await readdir(descriptors).catch(() => []);
  const files = await Promise.all([
    ...entries.map((name) => lstat(join(scratch, name)).catch(() => null)),
    ...open.map((fd) => stat(join(descriptors, fd)).then(ifDeleted, () => null)),
  ]);
  const sizes = new Map<number, number>();
  for (const file of files) if (file?.isFile()) sizes.set(file.ino, file.blocks * 512);
  return [...sizes.values()].reduce((sum, bytes) => sum + bytes, 0);
}

function ifDeleted(file: Stats): Stats | null {
  return file.nlink === 0 ? file : null;
}
