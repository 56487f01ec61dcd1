import "server-only";
import { openAsset } from "@/lib/creation/asset-store";
import { AppError } from "@/lib/errors";

/**
 * An asset under an address of its own. No ETag and no content address: either would tell one battle's
 * file from another's. `no-transform` keeps the length that the progress bar needs.
 */
export async function privateAsset(
  sha256: string | null | undefined,
  contentType: string,
): Promise<Response> {
  if (!sha256) throw new AppError("not_found", "There is nothing at this address");
  const { body, sizeBytes } = await openAsset(sha256);
  return new Response(body, {
    headers: {
      "content-type": contentType,
      "content-length": String(sizeBytes),
      "cache-control": "private, max-age=1800, no-transform",
      "x-content-type-options": "nosniff",
    },
  });
}
