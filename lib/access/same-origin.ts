import "server-only";
import { AppError } from "@/lib/errors";

/**
 * Refuses a request that changes something unless a page of our own sent it. Browsers name the sending page's origin
 * on every such request, and pages cannot forge it; without a name there is no saying, so that is refused too.
 * Throws `forbidden`.
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  const origin = headers.get("origin");
  if (site !== null ? site !== "same-origin" : !isOwnOrigin(origin, headers))
    throw new AppError("forbidden", "This must come from a page of this arena");
}

function isOwnOrigin(origin: string | null, headers: Headers): boolean {
  if (!origin || !URL.canParse(origin)) return false;
  return new URL(origin).host === (headers.get("x-forwarded-host") ?? headers.get("host"));
}
