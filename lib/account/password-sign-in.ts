import "server-only";
import { verifyPassword } from "@/lib/account/password";
import { forgiveSignIn, noteSignInAttempt, secondsUntilSignIn } from "@/lib/account/throttle";
import { type Db, db as defaultDb } from "@/lib/db";

type PasswordSignIn = { email: string | null; password: string; network: string };

/**
 * The user whom an address and a password prove; null when they prove none. Throws an error "throttled:<seconds>" when
 * too many wrong ones came of late, also for the right one: next-auth hands an error's message to the page.
 */
export async function signInWithPassword(
  { email, password, network }: PasswordSignIn,
  db: Db = defaultDb,
): Promise<{ id: string; email: string } | null> {
  const source = { email: email ?? "", network };
  const waitSeconds = await secondsUntilSignIn(source, db);
  if (waitSeconds > 0) throw new Error(`throttled:${waitSeconds}`);
  const id = await noteSignInAttempt(source, db);
  const user = email
    ? await db.user.findUnique({ where: { email }, select: { id: true, passwordHash: true } })
    : null;
  const isRight = await verifyPassword(password, user?.passwordHash ?? null);
  if (!isRight || !user || !email) return null;
  await forgiveSignIn({ id, email }, db);
  return { id: user.id, email };
}
