import { type FileHandle, open } from "node:fs/promises";
import { VoteFileError } from "./vote-file-error";

const READ_BYTES = 2 ** 18;

/** A vote file's bytes in pieces, each good until the next is asked for; `size` in bytes, null if unknown. */
export type VoteBytes = { name: string; size: number | null; pieces: AsyncIterable<Uint8Array> };

/**
 * Opens a file; reading it to its end, or giving it up, closes it.
 * @throws VoteFileError when it is not there or cannot be read.
 */
export async function openVoteFile(path: string): Promise<VoteBytes> {
  const file = await open(path).catch(refuse);
  try {
    const stats = await file.stat();
    if (stats.isDirectory()) throw new VoteFileError("is a directory");
    return { name: path, size: stats.isFile() ? stats.size : null, pieces: piecesOf(file) };
  } catch (error) {
    await file.close();
    throw error;
  }
}

async function* piecesOf(file: FileHandle): AsyncGenerator<Uint8Array> {
  const buffer = new Uint8Array(READ_BYTES);
  try {
    for (;;) {
      const { bytesRead } = await file.read(buffer, 0, READ_BYTES).catch(refuse);
      if (bytesRead === 0) return;
      yield buffer.subarray(0, bytesRead);
    }
  } finally {
    await file.close();
  }
}

const REASONS: Record<string, string> = {
  ENOENT: "is not there",
  EACCES: "may not be read",
  EPERM: "may not be read",
  EISDIR: "is a directory",
};

function refuse(error: unknown): never {
  const code = error instanceof Error && "code" in error ? String(error.code) : String(error);
  throw new VoteFileError(REASONS[code] ?? `cannot be read (${code})`, { cause: error });
}
