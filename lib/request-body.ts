import { AppError } from "@/lib/errors";

/** More than any request of ours holds: a thousand votes to exclude are some 40,000. */
export const LARGEST_BODY_BYTES = 100_000;

/** A request's body as text. Throws `too_large` once it is, so that nobody fills our memory. */
export async function readBody({ body }: Request): Promise<string> {
  if (!body) return "";
  const reader = body.getReader();
  const chunks: Uint8Array[] = [];
  let bytes = 0;
  for (let read = await reader.read(); !read.done; read = await reader.read()) {
    bytes += read.value.byteLength;
    if (bytes > LARGEST_BODY_BYTES) {
      await reader.cancel();
      throw new AppError("too_large", `Send at most ${LARGEST_BODY_BYTES} bytes`);
    }
    chunks.push(read.value);
  }
  return Buffer.concat(chunks).toString("utf8");
}
