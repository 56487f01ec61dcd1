import { isHttps } from "@/lib/env";

/** `__Host-` binds a cookie to this host and to https, and browsers refuse it without https. */
export function cookieName(name: string): string {
  return isHttps ? `__Host-${name}` : name;
}

export const SESSION_COOKIE = cookieName("polyduel_session");
export const CSRF_COOKIE = cookieName("polyduel_csrf");
/** Where next-auth keeps the address to go to after the sign-in. */
export const CALLBACK_COOKIE = cookieName("polyduel_callback");

/** What every cookie of ours is: unreadable for scripts, sent along to us alone. */
export const COOKIE_OPTIONS = {
  httpOnly: true,
  sameSite: "lax",
  path: "/",
  secure: isHttps,
} as const;
