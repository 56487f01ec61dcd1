import "server-only";
import { createHash } from "node:crypto";
import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";

/** Everything `next build` reads. */
const SOURCES = [
  "app",
  "components",
  "lib",
  "public",
  "instrumentation.ts",
  "next.config.ts",
  "package-lock.json",
  "postcss.config.mjs",
  "tsconfig.json",
];

const IGNORED = /(?:^lib\/generated\/|\.test\.tsx?$)/;

/** SHA-256 over the names and bytes of everything that a build is made from. */
export async function hashSource(root: string): Promise<string> {
  const hash = createHash("sha256");
  for (const path of await listFiles(root)) {
    hash.update(`${path}\0`);
    hash.update(await readFile(join(root, path)));
  }
  return hash.digest("hex");
}

async function listFiles(root: string): Promise<string[]> {
  const entries = await readdir(root, { withFileTypes: true });
  const present = entries.filter((entry) => SOURCES.includes(entry.name));
  const lists = await Promise.all(
    present.map(async (entry) => {
      if (!entry.isDirectory()) return [entry.name];
      const inside = await readdir(join(root, entry.name), {
        recursive: true,
        withFileTypes: true,
      });
      return inside
        .filter((file) => file.isFile())
        .map((file) => join(file.parentPath, file.name).slice(root.length + 1));
    }),
  );
  return lists
    .flat()
    .filter((path) => !IGNORED.test(path))
    .sort();
}
