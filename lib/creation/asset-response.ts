import "server-only";
import { openAsset } from "@/lib/creation/asset-store";
import { DECODED_SIZE_HEADER } from "@/lib/creation/decoded-size";
import { AppError } from "@/lib/errors";

/**
 * An asset under an address of its own. No ETag and no content address: either would tell one battle's
 * file from another's. Next sends routes chunked and may compress them, so the size that a progress bar
 * needs, in bytes after decoding, has a header of its own.
 */
export function privateAsset(
  sha256: string | null | undefined,
  contentType: string,
): Promise<Response> {
  return respond(sha256, contentType, "private, max-age=1800");
}

/** An asset that belongs to nobody's battle, under an address that changes with its bytes. */
export function publicAsset(sha256: string | null, contentType: string): Promise<Response> {
  return respond(sha256, contentType, "public, max-age=31536000, immutable");
}

async function respond(
  sha256: string | null | undefined,
  contentType: string,
  cacheControl: string,
): Promise<Response> {
  if (!sha256) throw new AppError("not_found", "There is nothing at this address");
  const { body, sizeBytes } = await openAsset(sha256);
  return new Response(body, {
    headers: {
      "content-type": contentType,
      [DECODED_SIZE_HEADER]: String(sizeBytes),
      "cache-control": cacheControl,
      "x-content-type-options": "nosniff",
    },
  });
}
