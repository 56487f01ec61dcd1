import "server-only";
import type { AuditPage, AuditQuery } from "@/lib/audit/schema";
import { type Db, db as defaultDb } from "@/lib/db";

export const AUDIT_PAGE_SIZE = 50;

/** A page of the audit log, newest first. */
export async function listAuditEntries(
  { actor, action, subject, before }: AuditQuery,
  db: Db = defaultDb,
): Promise<AuditPage> {
  const rows = await db.auditEntry.findMany({
    where: {
      ...(actor && { actor: { contains: actor, mode: "insensitive" as const } }),
      ...(subject && { subject: { contains: subject, mode: "insensitive" as const } }),
      ...(action && { action }),
      ...(before && { id: { lt: BigInt(before) } }),
    },
    select: {
      ...{ id: true, at: true, actor: true, action: true, subject: true },
      ...{ before: true, after: true },
    },
    orderBy: { id: "desc" },
    take: AUDIT_PAGE_SIZE + 1,
  });
  const entries = rows
    .slice(0, AUDIT_PAGE_SIZE)
    .map(({ id, at, ...rest }) => ({ id: String(id), at: at.toISOString(), ...rest }));
  const isMore = rows.length > AUDIT_PAGE_SIZE;
  return { entries, next: isMore ? (entries.at(-1)?.id ?? null) : null };
}
