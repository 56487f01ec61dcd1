import "server-only";
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
