import "server-only";
import { createHash, timingSafeEqual } from "node:crypto";
import { cookies } from "next/headers";
import { CSRF_COOKIE } from "@/lib/account/session-cookie";
import { requireEnv } from "@/lib/env";

/**
 * The token that next-auth wants in a form, from the cookie in which it keeps it ("token|hash"); null when the browser
 * has none. GET /api/auth/signin makes one.
 */
export async function readCsrfToken(): Promise<string | null> {
  const [token, hash] = (await cookies()).get(CSRF_COOKIE)?.value.split("|") ?? [];
  if (!token || !hash) return null;
  const expected = createHash("sha256")
    .update(`${token}${requireEnv("NEXTAUTH_SECRET")}`)
    .digest("hex");
  const [given, wanted] = [Buffer.from(hash), Buffer.from(expected)];
  return given.length === wanted.length && timingSafeEqual(given, wanted) ? token : null;
}

/** The address that makes one and leads back, with `error`, to the sign-in page, or to `callbackUrl` whoever is signed in. */
export function csrfTokenPage(callbackUrl: string, error?: string): string {
  const query = new URLSearchParams({ callbackUrl });
  if (error) query.set("error", error);
  return `/api/auth/signin?${query}`;
}
