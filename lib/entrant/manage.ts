import "server-only";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { db as defaultDb } from "@/lib/db";
import type { EntrantStatus } from "@/lib/entrant/entrant-status";
import { AppError } from "@/lib/errors";

type SetStatus = { slug: string; status: EntrantStatus; reason: string; actor: Actor };

/**
 * Pauses, retires or activates an entrant: new battles follow at once, open ones finish and count (DESIGN §4).
 * Returns whether anything changed. Throws `not_found`.
 */
export async function setEntrantStatus(
  { slug, status, reason, actor }: SetStatus,
  db = defaultDb,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // Locked, so that "before" in the audit log is what really was before.
    const rows = await tx.$queryRaw<{ status: EntrantStatus }[]>`
      SELECT status FROM entrants WHERE slug = ${slug} FOR UPDATE`;
    const before = rows[0];
    if (!before) throw new AppError("not_found", "There is no such entrant");
    if (before.status === status) return false;
    await tx.entrant.update({ where: { slug }, data: { status }, select: { id: true } });
    const entry = { actor, action: "entrant.status", subject: `entrant ${slug}` };
    await recordAction({ ...entry, before, after: { status, reason } }, tx);
    return true;
  });
}
