import "server-only";
import { cookies } from "next/headers";
import { v4 as uuidv4 } from "uuid";
import { COOKIE_OPTIONS, cookieName } from "@/lib/account/session-cookie";
import { requireEnv } from "@/lib/env";
import { AppError } from "@/lib/errors";
import { signVoterId, verifyVoterId } from "@/lib/voter/cookie";

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

/** The voter of this request; a newcomer gets an id and the cookie that proves it. */
export async function ensureVoterId(): Promise<string> {
  const known = await getVoterId();
  if (known) return known;
  const voterId = uuidv4();
  const jar = await cookies();
  jar.set(COOKIE, signVoterId(voterId, requireEnv("NEXTAUTH_SECRET")), {
    ...COOKIE_OPTIONS,
    maxAge: YEAR_SECONDS,
  });
  return voterId;
}
