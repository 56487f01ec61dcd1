import "server-only";
import type { SessionUser } from "@/lib/account/data";
import { hashPassword } from "@/lib/account/password";
import { provePassword } from "@/lib/account/password-sign-in";
import type { SignInSite } from "@/lib/account/schema";
import { recordAction } from "@/lib/audit/mutations";
import { db as defaultDb, type Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";

type PasswordChange = { user: SessionUser; current: string; password: string; network: string };

/**
 * Gives somebody who knows their password another one, and ends every session from before. Throws `forbidden` when it is
 * not their password, `rate_limited` when too many were tried.
 */
export async function changePassword(
  { user, current, password, network }: PasswordChange,
  db = defaultDb,
): Promise<void> {
  const { passwordHash: hash } = await db.user.findUniqueOrThrow({
    where: { id: user.id },
    select: { passwordHash: true },
  });
  const subject = user.email ?? user.id;
  if (!(await provePassword({ subject, password: current, hash, network }, db)))
    throw wrongPassword();
  const passwordHash = await hashPassword(password);
  await db.$transaction(async (tx) => {
    // Only while it is still the one that was proved.
    const { count } = await tx.user.updateMany({
      where: { id: user.id, passwordHash: hash },
      data: { passwordHash, sessionsFrom: new Date() },
    });
    if (count === 0) throw wrongPassword();
    await record(user, { action: "person.password" }, tx);
  });
}

/** Ends every session of a user, everywhere. */
export async function endSessions(user: SessionUser, db = defaultDb): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { sessionsFrom: new Date() };
    await tx.user.update({ where: { id: user.id }, data, select: { id: true } });
    await record(user, { action: "person.end-sessions" }, tx);
  });
}

type NewSite = { userId: string; type: string; provider: string; providerAccountId: string };

/** Lets a user sign in with another site. None of the keys that would let us act there are kept. */
export async function addSite(
  { userId, type, provider, providerAccountId }: NewSite,
  db = defaultDb,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const data = { userId, type, provider, providerAccountId };
    const { user } = await tx.account.create({
      data,
      select: { user: { select: { id: true, name: true, email: true, role: true } } },
    });
    await record(user, { action: "person.add-site", after: { site: provider } }, tx);
  });
}

type SiteRemoval = {
  user: SessionUser;
  site: SignInSite;
  /** Whether this arena sends links to sign in with. */
  hasMailLinks: boolean;
};

/** Takes away a user's way to sign in with another site. Throws `invalid_input` when no other way would be left. */
export async function removeSite(
  { user, site, hasMailLinks }: SiteRemoval,
  db = defaultDb,
): Promise<void> {
  await db.$transaction(async (tx) => {
    const { passwordHash } = await tx.user.findUniqueOrThrow({
      where: { id: user.id },
      select: { passwordHash: true },
    });
    if (!passwordHash && !(hasMailLinks && user.email))
      throw new AppError("invalid_input", "No other way to sign in would be left", {
        details: { problem: "last_way" },
      });
    const { count } = await tx.account.deleteMany({ where: { userId: user.id, provider: site } });
    if (count > 0) await record(user, { action: "person.remove-site", before: { site } }, tx);
  });
}

type Change = {
  action: string;
  before?: Prisma.InputJsonValue;
  after?: Prisma.InputJsonValue;
};

/** What voters do to their own accounts is nobody's business. */
async function record(
  user: SessionUser,
  change: Change,
  tx: Prisma.TransactionClient,
): Promise<void> {
  if (user.role === "voter") return;
  const name = user.email ?? user.name ?? user.id;
  const actor = { userId: user.id, name };
  await recordAction({ actor, subject: `person ${name}`, ...change }, tx);
}

function wrongPassword(): AppError {
  return new AppError("forbidden", "That is not your password", {
    details: { problem: "wrong_current" },
  });
}
