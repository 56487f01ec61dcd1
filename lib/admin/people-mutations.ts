import "server-only";
import type { Role } from "@/lib/access/permissions";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";

type UserRole = Exclude<Role, "nobody">;

/**
 * Gives somebody a role; the next request they send has it. Returns whether anything changed.
 * Throws `not_found`, and `last_owner` for the last owner: nobody could give the role back.
 */
export async function setRole(
  { userId, role, actor }: { userId: string; role: UserRole; actor: Actor },
  db = defaultDb,
): Promise<boolean> {
  return db.$transaction(async (tx) => {
    // All owners, in one order: two owners who demote each other at once queue here.
    const owners = await tx.$queryRaw<{ id: string }[]>`
      SELECT id FROM users WHERE role = 'owner' ORDER BY id FOR UPDATE`;
    const person = await lockPerson(userId, tx);
    if (person.role === role) return false;
    if (owners.length === 1 && owners[0]?.id === userId)
      throw new AppError("last_owner", "An arena needs an owner: make somebody else one first");
    await tx.user.update({ where: { id: userId }, data: { role }, select: { id: true } });
    const entry = { actor, action: "person.role", subject: nameOf(person) };
    await recordAction({ ...entry, before: { role: person.role }, after: { role } }, tx);
    return true;
  });
}

/** Ends every session that somebody has: they must sign in again. Throws `not_found`. */
export async function endSessions(
  { userId, actor }: { userId: string; actor: Actor },
  db = defaultDb,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const person = await lockPerson(userId, tx);
    const sessionsFrom = new Date();
    await tx.user.update({ where: { id: userId }, data: { sessionsFrom }, select: { id: true } });
    await recordAction({ actor, action: "person.end-sessions", subject: nameOf(person) }, tx);
  });
}

/** Makes an open invitation void. Throws `not_found` for one that is unknown or was accepted. */
export async function withdrawInvitation(
  { invitationId, actor }: { invitationId: string; actor: Actor },
  db = defaultDb,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const open = { id: invitationId, acceptedAt: null };
    const found = await tx.invitation.findFirst({
      where: open,
      select: { email: true, role: true },
    });
    // Whoever accepts it meanwhile was first.
    const { count } = await tx.invitation.deleteMany({ where: open });
    if (!found || count === 0) throw new AppError("not_found", "There is no such open invitation");
    const { email, role } = found;
    const entry = { actor, action: "person.uninvite", subject: `person ${email}` };
    await recordAction({ ...entry, before: { role } }, tx);
  });
}

type LockedPerson = { id: string; email: string | null; name: string | null; role: UserRole };

async function lockPerson(id: string, tx: Prisma.TransactionClient): Promise<LockedPerson> {
  const [person] = await tx.$queryRaw<LockedPerson[]>`
    SELECT id, email, name, role FROM users WHERE id = ${id}::uuid FOR UPDATE`;
  if (!person) throw new AppError("not_found", "There is no such person");
  return person;
}

function nameOf({ email, name, id }: LockedPerson): string {
  return `person ${email ?? name ?? id}`;
}
