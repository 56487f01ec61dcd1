import { isHttps } from "@/lib/env";

/** `__Host-` binds a cookie to this host and to https, and browsers refuse it without https. */
export function cookieName(name: string): string {
  return isHttps ? `__Host-${name}` : name;
}

/** What every cookie of ours is: unreadable for scripts, sent along to us alone. */
export const COOKIE_OPTIONS = {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: isHttps,
} as const;
