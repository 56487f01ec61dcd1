import "server-only";
import { createHash, randomUUID } from "node:crypto";
import { createReadStream } from "node:fs";
import { mkdir, open, readFile, rename, stat } from "node:fs/promises";
import { dirname, join } from "node:path";
import { env } from "@/lib/env";
import { toWebStream } from "@/lib/web-stream";

/** Files by the SHA-256 of their bytes, under DATA_DIR/assets: written once, never changed. */
function pathOf(sha256: string): string {
  if (!/^[0-9a-f]{64}$/.test(sha256)) throw new Error(`Not a SHA-256: ${sha256}`);
  return join(env.DATA_DIR, "assets", sha256.slice(0, 2), sha256.slice(2));
}

/** Stores bytes and returns their SHA-256. A kill in the middle leaves no half file under its name. */
export async function putAsset(bytes: Uint8Array): Promise<string> {
  const sha256 = createHash("sha256").update(bytes).digest("hex");
  const path = pathOf(sha256);
  const exists = await stat(path).then(
    (found) => found.size === bytes.byteLength,
    () => false,
  );
  if (exists) return sha256;
  await mkdir(dirname(path), { recursive: true });
  const draft = `${path}.${randomUUID()}`;
  const file = await open(draft, "wx");
  try {
    await file.writeFile(bytes);
    await file.sync();
  } finally {
    await file.close();
  }
  await rename(draft, path);
  return sha256;
}

/** An asset as a stream with its size in bytes. Throws when it is not there. */
export async function openAsset(
  sha256: string,
): Promise<{ body: ReadableStream<Uint8Array<ArrayBuffer>>; sizeBytes: number }> {
  const path = pathOf(sha256);
  const { size } = await stat(path);
  return { body: toWebStream(createReadStream(path)), sizeBytes: size };
}

/** An asset's bytes. Throws when it is not there. */
export async function readAsset(sha256: string): Promise<Buffer> {
  return readFile(pathOf(sha256));
}
