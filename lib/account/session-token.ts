import "server-only";
import { decode, encode, type JWT, type JWTDecodeParams } from "next-auth/jwt";
import * as z from "zod";
import { getSessionUser, type SessionUser } from "@/lib/account/data";
import { type Db, db as defaultDb } from "@/lib/db";
import { env, requireEnv } from "@/lib/env";

const tokenSchema = z.object({ sub: z.uuid(), signedInAt: z.number().int() });
type SessionToken = z.infer<typeof tokenSchema>;

/** What a session holds: who signed in, and when. Roles are read from the database each time. */
export function sessionTokenOf(userId: string): SessionToken {
  return { sub: userId, signedInAt: Date.now() };
}

/** A session's cookie for somebody who has just proved who they are. */
export async function sealSession(userId: string): Promise<string> {
  return encode({
    token: sessionTokenOf(userId),
    secret: requireEnv("NEXTAUTH_SECRET"),
    maxAge: env.SESSION_SECONDS,
  });
}

/** The user whom a session's cookie proves, as they are now; null when it is forged, over, or was ended. */
export async function openSession(cookie: string, db: Db = defaultDb): Promise<SessionUser | null> {
  const token = await decode({ token: cookie, secret: requireEnv("NEXTAUTH_SECRET") }).catch(
    () => null,
  );
  return userOf(token, db);
}

/**
 * next-auth's reader of tokens, which also signs those of a sign-in at GitHub under way. Its own would take a session
 * that was ended, and let it add a way to sign in.
 */
export async function decodeLive(params: JWTDecodeParams): Promise<JWT | null> {
  const token = await decode(params);
  if (params.salt) return token;
  return (await userOf(token, defaultDb)) ? token : null;
}

/** next-auth renews its tokens when asked; a session is over so long after the sign-in all the same. */
async function userOf(token: JWT | null, db: Db): Promise<SessionUser | null> {
  const { data } = tokenSchema.safeParse(token);
  if (!data || data.signedInAt + env.SESSION_SECONDS * 1000 <= Date.now()) return null;
  return getSessionUser({ userId: data.sub, signedInAt: new Date(data.signedInAt) }, db);
}
