import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";

/** A voter who signs in keeps the votes of the cookie: they become the user's, unless they are another's already. */
export async function linkVoter(
  { userId, voterId }: { userId: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<void> {
  if (voterId)
    await db.voter.updateMany({ where: { id: voterId, userId: null }, data: { userId } });
}
