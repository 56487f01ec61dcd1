import "server-only";
import { cookies } from "next/headers";
import type { SessionUser } from "@/lib/account/data";
import { COOKIE_OPTIONS, SESSION_COOKIE } from "@/lib/account/session-cookie";
import { openSession, sealSession } from "@/lib/account/session-token";
import { env } from "@/lib/env";

/** The user of the request being answered; null for nobody, which costs nothing to find out. */
export async function readBrowserSession(): Promise<SessionUser | null> {
  const cookie = (await cookies()).get(SESSION_COOKIE)?.value;
  return cookie ? openSession(cookie) : null;
}

/** Signs this browser in as a user who has just proved who they are by other means than next-auth's. */
export async function startBrowserSession(userId: string): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, await sealSession(userId), {
    ...COOKIE_OPTIONS,
    maxAge: env.SESSION_SECONDS,
  });
}

/** Signs this browser out. */
export async function endBrowserSession(): Promise<void> {
  (await cookies()).set(SESSION_COOKIE, "", { ...COOKIE_OPTIONS, maxAge: 0 });
}
