import "server-only";
import { LONGEST_PASSWORD } from "@/lib/account/lengths";
import { verifyPassword } from "@/lib/account/password";
import { throttledText } from "@/lib/account/problems";
import { dropAttempt, forgiveAttempts, takeAttempt } from "@/lib/account/throttle";
import { db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

type PasswordSignIn = { email: string | null; password: string; network: string };

/** The user whom an address and a password prove; null when they prove none. Throws as `provePassword` does. */
export async function signInWithPassword(
  { email, password, network }: PasswordSignIn,
  db = defaultDb,
): Promise<{ id: string } | null> {
  const user = email
    ? await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
    : null;
  const hash = user?.passwordHash ?? null;
  const isRight = await provePassword({ subject: email ?? "", password, hash, network }, db);
  return user && isRight ? { id: user.id } : null;
}

type Proof = { subject: string; password: string; hash: string | null; network: string };

/**
 * Whether a password is the one that was hashed, for the account `subject`. Throws `rate_limited` when too many wrong
 * ones came of late, also for the right one, and when too many are checked; `details.problem` is for a page's address.
 */
export async function provePassword(
  { subject, password, hash, network }: Proof,
  db = defaultDb,
): Promise<boolean> {
  const attempt = { kind: "password", subject, network } as const;
  const { id, until } = await takeAttempt(attempt, db);
  if (until) throw tooMany(until);
  // Longer ones than can be chosen are not worth hashing.
  if (password.length > LONGEST_PASSWORD) return false;
  const isRight = await verifyPassword(password, hash).catch(async (error: unknown) => {
    await dropAttempt(id, db);
    throw error;
  });
  if (isRight) await forgiveAttempts(attempt, db);
  return isRight;
}

/** The refusal of an attempt that came too early. */
export function tooMany(until: Date): AppError {
  return new AppError("rate_limited", "There were too many attempts", {
    retryAfterSeconds: Math.max(1, Math.ceil((until.getTime() - Date.now()) / 1000)),
    details: { problem: throttledText("throttled", until) },
  });
}
