import "server-only";
import { randomBytes } from "node:crypto";
import { v4 as uuidv4 } from "uuid";
import { type Db, db as defaultDb } from "@/lib/db";

type Link = { userId: string; voterId: string };

/**
 * A voter who signs in keeps the votes of the cookie: the voter becomes the user's, unless it is another's already.
 * Returns whose it is now.
 */
export async function linkVoter({ userId, voterId }: Link, db: Db = defaultDb): Promise<string> {
  // A cookie may be older than its voter's first battle.
  const rows = await db.$queryRaw<{ owner: string }[]>`
    INSERT INTO voters (id, pseudonym, user_id)
    VALUES (${voterId}::uuid, ${createPseudonym()}, ${userId}::uuid)
    ON CONFLICT (id) DO UPDATE SET user_id = coalesce(voters.user_id, excluded.user_id)
    RETURNING user_id AS owner`;
  if (!rows[0]) throw new Error(`voter ${voterId} was not stored`);
  return rows[0].owner;
}

/** The newest voter that is this user; a new one when there is none. */
export async function ensureVoterOf(userId: string, db: Db = defaultDb): Promise<string> {
  const known = await db.voter.findFirst({
    where: { userId },
    orderBy: [{ createdAt: "desc" }, { id: "desc" }],
    select: { id: true },
  });
  if (known) return known.id;
  const voterId = uuidv4();
  await linkVoter({ userId, voterId }, db);
  return voterId;
}

/** What the export shows instead of a voter's id. */
function createPseudonym(): string {
  return randomBytes(8).toString("hex");
}
