import "server-only";
import { cookies } from "next/headers";
import { v4 as uuidv4 } from "uuid";
import { readBrowserSession } from "@/lib/account/browser-session";
import { COOKIE_OPTIONS, cookieName } from "@/lib/account/session-cookie";
import { requireEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { signVoterId, verifyVoterId } from "@/lib/voter/cookie";
import { ensureVoterOf, linkVoter } from "@/lib/voter/mutations";

const COOKIE = cookieName("polyduel_voter");
const YEAR_SECONDS = 365 * 24 * 3600;

/** The voter of this request by the signed cookie, or null. */
export async function getVoterId(): Promise<string | null> {
  const jar = await cookies();
  return verifyVoterId(jar.get(COOKIE)?.value, requireEnv("NEXTAUTH_SECRET"));
}

/** The voter of this request. Throws `forbidden` when there is none: every battle is somebody's. */
export async function requireVoterId(): Promise<string> {
  const voterId = await getVoterId();
  if (!voterId) throw new AppError("forbidden", "This battle belongs to another voter");
  return voterId;
}

/**
 * The voter of this request; a newcomer gets an id and the cookie that proves it. Whoever is signed in and comes with
 * another browser is the voter they were, so that their votes stay together. Sessions are read only for that.
 */
export async function ensureVoterId(): Promise<string> {
  const known = await getVoterId();
  if (known) return known;
  const user = await readBrowserSession();
  const voterId = user ? await ensureVoterOf(user.id) : uuidv4();
  await keepVoterId(voterId);
  return voterId;
}

/** Makes this browser's voter the user's who signs in; one that is another's already makes way for the user's own. */
export async function adoptVoter(userId: string): Promise<void> {
  const voterId = await getVoterId();
  if (voterId && (await linkVoter({ userId, voterId })) !== userId)
    await keepVoterId(await ensureVoterOf(userId));
}

/** Whoever uses this browser next, after a sign-out, is somebody else until they say who. */
export async function forgetVoter(): Promise<void> {
  (await cookies()).set(COOKIE, "", { ...COOKIE_OPTIONS, maxAge: 0 });
}

async function keepVoterId(voterId: string): Promise<void> {
  const jar = await cookies();
  jar.set(COOKIE, signVoterId(voterId, requireEnv("NEXTAUTH_SECRET")), {
    ...COOKIE_OPTIONS,
    maxAge: YEAR_SECONDS,
  });
}
