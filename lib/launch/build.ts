import "server-only";
import { spawn } from "node:child_process";
import { readFile, writeFile } from "node:fs/promises";
import { createRequire } from "node:module";
import { join } from "node:path";
import { hashSource } from "@/lib/launch/source-hash";

export const NEXT_BIN = createRequire(import.meta.url).resolve("next/dist/bin/next");

/** Builds the web app unless there is a build of this very source. Returns whether it built. Throws with the build's output. */
export async function ensureBuild(root: string, signal: AbortSignal): Promise<boolean> {
  const stamp = join(root, ".next", "source.sha256");
  const source = await hashSource(root);
  const built = await readFile(stamp, "utf8").catch(() => null);
  if (built === source) return false;
  await runBuild(root, signal);
  await writeFile(stamp, source);
  return true;
}

function runBuild(root: string, signal: AbortSignal): Promise<void> {
  return new Promise((resolve, reject) => {
    const child = spawn(process.execPath, [NEXT_BIN, "build"], {
      cwd: root,
      signal,
      stdio: ["ignore", "pipe", "pipe"],
    });
    let output = "";
    const keep = (chunk: Buffer) => {
      output += chunk.toString();
    };
    child.stdout.on("data", keep);
    child.stderr.on("data", keep);
    child.once("error", reject);
    child.once("close", (code) =>
      code === 0 ? resolve() : reject(new Error(`The build failed:\n${output.trim()}`)),
    );
  });
}
