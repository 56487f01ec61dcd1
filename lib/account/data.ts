import "server-only";
import type { AccountSummary } from "@/lib/account/account-summary";
import { type Db, db as defaultDb } from "@/lib/db";

export type SessionUser = {
  id: string;
  name: string | null;
  email: string | null;
  role: "voter" | "maintainer" | "owner";
};

/** The user of a session, as they are now; null when they are gone or the session is from before it was ended. */
export async function getSessionUser(
  { userId, signedInAt }: { userId: string; signedInAt: Date },
  db: Db = defaultDb,
): Promise<SessionUser | null> {
  const user = await db.user.findUnique({
    where: { id: userId },
    select: { id: true, name: true, email: true, role: true, sessionsFrom: true },
  });
  if (!user || user.sessionsFrom > signedInAt) return null;
  const { sessionsFrom: _, ...sessionUser } = user;
  return sessionUser;
}

/** What a user's own page says beside who they are. Throws when there is no such user. */
export async function getAccount(userId: string, db: Db = defaultDb): Promise<AccountSummary> {
  const user = await db.user.findUniqueOrThrow({
    where: { id: userId },
    select: { createdAt: true, passwordHash: true, accounts: { select: { provider: true } } },
  });
  const [votes] = await db.$queryRaw<{ given: number; excluded: number }[]>`
    SELECT count(*)::int AS given, count(x.vote_id)::int AS excluded
    FROM voters r
    JOIN votes v ON v.voter_id = r.id
    LEFT JOIN exclusions x ON x.vote_id = v.id AND x.restored_at IS NULL
    WHERE r.user_id = ${userId}::uuid`;
  const { given, excluded } = votes ?? { given: 0, excluded: 0 };
  return {
    since: user.createdAt,
    hasPassword: user.passwordHash !== null,
    sites: user.accounts.some(({ provider }) => provider === "github") ? ["github"] : [],
    votes: { given, counted: given - excluded },
  };
}
