import "server-only";
import type { Actor } from "@/lib/audit/schema";
import { type Db, Prisma } from "@/lib/db";

type NewEntry = {
  actor: Actor;
  action: string;
  /** What was acted on, as a reader would call it: "entrant sample-blockout". */
  subject: string;
  before?: Prisma.InputJsonValue | null;
  after?: Prisma.InputJsonValue | null;
};

/** Writes an entry of the audit log. To be called in the transaction of the action itself: both happen or neither. */
export async function recordAction(
  { actor, action, subject, before, after }: NewEntry,
  tx: Db | Prisma.TransactionClient,
): Promise<void> {
  await tx.auditEntry.create({
    data: {
      ...{ action, subject, userId: actor.userId, actor: actor.name },
      before: before ?? Prisma.DbNull,
      after: after ?? Prisma.DbNull,
    },
    select: { id: true },
  });
}
