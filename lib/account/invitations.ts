import "server-only";
import { createHash, randomBytes } from "node:crypto";
import type { Role } from "@/lib/access/permissions";
import { hashPassword } from "@/lib/account/password";
import { tooMany } from "@/lib/account/password-sign-in";
import { type InvitableRole, invitableRoleSchema } from "@/lib/account/schema";
import { takeAttempt } from "@/lib/account/throttle";
import { recordAction } from "@/lib/audit/mutations";
import type { Actor } from "@/lib/audit/schema";
import { type Db, db as defaultDb } from "@/lib/db";
import { AppError } from "@/lib/errors";

export const INVITATION_HOURS = 48;

/** First half of the advisory locks of invited addresses; the second is the hash of one. */
const INVITATION_LOCKS = 7305;

export type Invitation = { email: string; role: InvitableRole; expiresAt: Date };

/** Invites an address and returns the link's secret, which is kept nowhere. Earlier open invitations of it end. */
export async function createInvitation(
  { email, role, expiresAt, actor }: Invitation & { actor: Actor },
  db = defaultDb,
): Promise<string> {
  const token = randomBytes(32).toString("base64url");
  await db.$transaction(async (tx) => {
    // Two owners who invite the same address at once: the second one's is the newer.
    await tx.$executeRaw`SELECT pg_advisory_xact_lock(${INVITATION_LOCKS}, hashtext(${email}))`;
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

/** An invitation as whoever holds its link may see it. Earlier links of an address that was invited anew are unknown. */
export type FoundInvitation =
  | { state: "open"; invitation: Invitation }
  | { state: "used" | "expired" | "unknown" };

/** What became of the invitation with this secret. */
export async function findInvitation(token: string, db: Db = defaultDb): Promise<FoundInvitation> {
  const found = await db.invitation.findUnique({
    where: { tokenSha256: hashOf(token) },
    select: { email: true, role: true, expiresAt: true, acceptedAt: true },
  });
  if (!found) return { state: "unknown" };
  if (found.acceptedAt) return { state: "used" };
  if (found.expiresAt <= new Date()) return { state: "expired" };
  return { state: "open", invitation: { ...found, role: invitableRoleSchema.parse(found.role) } };
}

type Acceptance = { token: string; password: string; name: string; network: string };

/**
 * Makes the invited person an account with this password, or gives the one they have the role and the password;
 * sessions from before end. Throws `not_found` when the invitation is no longer good, `rate_limited` when too many were
 * tried.
 */
export async function acceptInvitation(
  { token, password, name, network }: Acceptance,
  db = defaultDb,
): Promise<{ userId: string }> {
  const { until } = await takeAttempt({ kind: "invitation", subject: hashOf(token), network }, db);
  if (until) throw tooMany(until);
  // Hashing is dear: not for a link that is no good anyway.
  if ((await findInvitation(token, db)).state !== "open") throw invitationOver();
  const passwordHash = await hashPassword(password);
  return db.$transaction(async (tx) => {
    const now = new Date();
    // Taken first, so that a link opened twice at once is good once.
    const [taken] = await tx.invitation.updateManyAndReturn({
      where: { tokenSha256: hashOf(token), acceptedAt: null, expiresAt: { gt: now } },
      data: { acceptedAt: now },
      select: { email: true, role: true },
    });
    if (!taken) throw invitationOver();
    const { email } = taken;
    // An invitation never takes a role away: locked, so that it is the one they have now.
    const [before] = await tx.$queryRaw<{ role: Role }[]>`
      SELECT role FROM users WHERE email = ${email} FOR UPDATE`;
    const role = before?.role === "owner" ? "owner" : taken.role;
    const data = { name, passwordHash, role, emailVerified: now, sessionsFrom: now };
    const { id } = await tx.user.upsert({
      where: { email },
      create: { email, ...data },
      update: data,
      select: { id: true },
    });
    const actor = { userId: id, name: email };
    const entry = { actor, action: "person.accept", subject: `person ${email}` };
    await recordAction({ ...entry, before, after: { role } }, tx);
    return { userId: id };
  });
}

function invitationOver(): AppError {
  return new AppError("not_found", "This invitation was used or has expired", {
    details: { problem: "invitation_over" },
  });
}

/** Whether the arena has an owner: the first person invited becomes one. */
export async function hasOwner(db: Db = defaultDb): Promise<boolean> {
  return (await db.user.count({ where: { role: "owner" } })) > 0;
}

function hashOf(token: string): string {
  return createHash("sha256").update(token).digest("hex");
}
