import "server-only";
import { createHash, randomBytes } from "node:crypto";
import { hashPassword } from "@/lib/account/password";
import type { InvitableRole } from "@/lib/account/schema";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { type Db, db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

export const INVITATION_HOURS = 48;

export type Invitation = { email: string; role: InvitableRole; expiresAt: Date };

/** Invites an address and returns the link's secret, which is kept nowhere. Earlier open invitations of it end. */
export async function createInvitation(
  { email, role, expiresAt, actor }: Invitation & { actor: Actor },
  db = defaultDb,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.$transaction(async (tx) => {
    await tx.invitation.deleteMany({ where: { email, acceptedAt: null } });
    await tx.invitation.create({
      data: { email, role, expiresAt, tokenSha256: hashOf(token) },
      select: { id: true },
    });
    const after = { role, expiresAt: expiresAt.toISOString() };
    await recordAction({ actor, action: "person.invite", subject: `person ${email}`, after }, tx);
  });
  return token;
}

/** An invitation that can still be accepted; null for one that is unknown, used or expired. */
export async function getInvitation(token: string, db: Db = defaultDb): Promise<Invitation | null> {
  const found = await db.invitation.findUnique({
    where: { tokenSha256: hashOf(token) },
    select: { email: true, role: true, expiresAt: true, acceptedAt: true },
  });
  if (!found || found.acceptedAt || found.expiresAt <= new Date() || found.role === "voter")
    return null;
  return { email: found.email, role: found.role, expiresAt: found.expiresAt };
}

/**
 * Makes the invited person an account with this password, or gives the one they have the role and the password;
 * sessions from before end. Throws `not_found` when the invitation is no longer good.
 */
export async function acceptInvitation(
  { token, password, name }: { token: string; password: string; name: string },
  db = defaultDb,
): Promise<{ email: string }> {
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    // Taken first, so that a link opened twice at once is good once.
    const { count } = await tx.invitation.updateMany({
      where: { tokenSha256: hashOf(token), acceptedAt: null, expiresAt: { gt: new Date() } },
      data: { acceptedAt: new Date() },
    });
    if (count === 0) throw new AppError("not_found", "This invitation was used or has expired");
    const { email, role } = await tx.invitation.findUniqueOrThrow({
      where: { tokenSha256: hashOf(token) },
      select: { email: true, role: true },
    });
    const before = await tx.user.findUnique({ where: { email }, select: { role: true } });
    // An invitation never takes a role away.
    const granted = before?.role === "owner" ? "owner" : role;
    const data = {
      name,
      passwordHash,
      role: granted,
      emailVerified: new Date(),
      sessionsFrom: new Date(),
    };
    const { id } = await tx.user.upsert({
      where: { email },
      create: { email, ...data },
      update: data,
      select: { id: true },
    });
    const actor = { userId: id, name: email };
    const entry = { actor, action: "person.accept", subject: `person ${email}` };
    await recordAction({ ...entry, before, after: { role: granted } }, tx);
    return { email };
  });
}

/** Whether the arena has an owner: the first person invited becomes one. */
export async function hasOwner(db: Db = defaultDb): Promise<boolean> {
  return (await db.user.count({ where: { role: "owner" } })) > 0;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
