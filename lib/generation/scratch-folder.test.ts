import { mkdir, mkdtemp, open, readdir, readlink, rm, utimes, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bytesWritten, sweepJobFolders, withJobFolder } from "@/lib/generation/scratch-folder";

let parent: string;
beforeAll(async () => {
  parent = await mkdtemp(join(tmpdir(), "polyduel-scratch-"));
});
afterAll(() => rm(parent, { recursive: true }));

const MEBIBYTE = 2 ** 20;
const self = { pid: process.pid, mostFiles: 100 };

test("a job's folder is gone after it, whatever came of it", async () => {
  const failing = withJobFolder({ parent, files: new Map(), uid: null }, async ({ scratch }) => {
    await writeFile(join(scratch, "left"), "behind");
    throw new Error("as jobs do");
  });
  await expect(failing).rejects.toThrow("as jobs do");
  expect(await readdir(parent)).toEqual([]);
});

test("bytes count in folders, once a file, and in files that are deleted but open", async () => {
  await withJobFolder({ parent, files: new Map(), uid: null }, async ({ scratch }) => {
    await mkdir(join(scratch, "deep"));
    await writeFile(join(scratch, "deep", "one"), Buffer.alloc(MEBIBYTE, 1));
    const hidden = await open(join(scratch, "hidden"), "w");
    await hidden.write(Buffer.alloc(2 * MEBIBYTE, 1));
    await hidden.sync();
    await rm(join(scratch, "hidden"));
    const bytes = await bytesWritten(scratch, self);
    await hidden.close();
    expect(Math.round(bytes / MEBIBYTE)).toBe(3);
    expect(Math.round((await bytesWritten(scratch, self)) / MEBIBYTE)).toBe(1);
  });
});

test("more files than anybody needs are too much", async () => {
  await withJobFolder({ parent, files: new Map(), uid: null }, async ({ scratch }) => {
    for (let n = 0; n < 5; n++) await writeFile(join(scratch, `${n}`), "");
    expect(await bytesWritten(scratch, { ...self, mostFiles: 4 })).toBe(Number.POSITIVE_INFINITY);
  });
});

test("folders of processes that are gone are swept, those of another container when old", async () => {
  const space = (await readlink("/proc/self/ns/pid")).replace(/\D/g, "");
  const gone = 2 ** 22 + 1;
  const swept = [`polyduel-job-${gone}-${space}-new`, `polyduel-job-${gone}-1-old`];
  const left = [`polyduel-job-${gone}-1-new`, `polyduel-job-${process.pid}-${space}-old`, "x-old"];
  for (const name of [...swept, ...left]) {
    await mkdir(join(parent, name));
    if (name.endsWith("old")) await utimes(join(parent, name), 0, 0);
  }
  await sweepJobFolders(parent);
  expect((await readdir(parent)).sort()).toEqual(left.sort());
});
