import "server-only";
import { env } from "@/lib/env";
import { AppError } from "@/lib/errors";

/**
 * Refuses a request that changes something unless a page of our own sent it. Browsers name the sending page's origin
 * on every such request, and pages cannot forge it; without a name there is no saying, so that is refused too.
 * Throws `forbidden`.
 */
export function requireSameOrigin(headers: Headers): void {
  const site = headers.get("sec-fetch-site");
  // Browsers leave it out over plain http, save to this very machine.
  const isOwn =
    site !== null
      ? site === "same-origin"
      : headers.get("origin")?.toLowerCase() === originOf(headers);
  if (!isOwn) throw new AppError("forbidden", "This must come from a page of this arena");
}

/**
 * Where the sender of these headers sees this arena: NEXTAUTH_URL, or else the host that was asked for. A page elsewhere
 * cannot make a browser lie about that.
 */
export function originOf(headers: Headers): string {
  if (env.NEXTAUTH_URL) return new URL(env.NEXTAUTH_URL).origin;
  const host = headers.get("x-forwarded-host") ?? headers.get("host") ?? "";
  const scheme = headers.get("x-forwarded-proto") === "https" ? "https" : "http";
  const origin = `${scheme}://${host}`;
  return URL.canParse(origin) ? new URL(origin).origin : "";
}
