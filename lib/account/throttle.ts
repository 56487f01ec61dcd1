import "server-only";
import { createHmac } from "node:crypto";
import { db as defaultDb, Prisma } from "@/lib/db";
import { requireEnv } from "@/lib/env";

/** Attempts that are taken before the next must wait, whoever makes it; each kind of attempt on its own. */
export const ATTEMPT_LIMITS = {
  windowSeconds: 15 * 60,
  /** On one account, address or invitation, from everywhere. */
  subject: 5,
  /** From one network, on all of them. */
  network: 20,
} as const;

export type Attempt = {
  kind: "password" | "mail" | "invitation";
  /** The account, address or invitation that it is about. */
  subject: string;
  network: string;
};

/** `id` of an attempt that may be made, or until when none may. */
type Taken = { id: bigint; until: null } | { id: null; until: Date };

/**
 * Counts an attempt before anybody knows how it ends, so that attempts made side by side count too, in every process:
 * of any number at once, no more than the limits are let through. Those that are refused do not count.
 */
export async function takeAttempt(attempt: Attempt, db = defaultDb): Promise<Taken> {
  const { account, network } = keysOf(attempt);
  // A flood of refused ones waits for no lock.
  const early = await waitUntil(account, network, db);
  if (early) return { id: null, until: early };
  return db.$transaction(async (tx) => {
    // The same order for everybody: no two can wait for each other.
    for (const key of [account, network])
      await tx.$executeRaw`SELECT pg_advisory_xact_lock(7302, hashtext(${key}))`;
    const until = await waitUntil(account, network, tx);
    if (until) return { id: null, until };
    await forgetOld(tx);
    const { id } = await tx.signInFailure.create({
      data: { account, network, at: new Date() },
      select: { id: true },
    });
    return { id, until: null };
  });
}

/** Takes an attempt back that was never made. */
export async function dropAttempt(id: bigint, db = defaultDb): Promise<void> {
  await db.signInFailure.deleteMany({ where: { id } });
}

/** It went well: nothing on this subject counts any more. */
export async function forgiveAttempts(attempt: Attempt, db = defaultDb): Promise<void> {
  await db.signInFailure.deleteMany({ where: { account: keysOf(attempt).account } });
}

/** Until when no attempt may be made: a window after the last but so many. Null: now. */
async function waitUntil(
  account: string,
  network: string,
  db: Prisma.TransactionClient,
): Promise<Date | null> {
  const { windowSeconds, ...limits } = ATTEMPT_LIMITS;
  const nth = (column: "account" | "network", value: string, limit: number) => Prisma.sql`
    (SELECT at + make_interval(secs => ${windowSeconds}) AS until FROM sign_in_failures
     WHERE ${Prisma.raw(column)} = ${value}
     ORDER BY at DESC OFFSET ${limit - 1} LIMIT 1)`;
  const rows = await db.$queryRaw<{ until: Date | null }[]>`
    SELECT max(until) AS until
    FROM (${nth("account", account, limits.subject)}
          UNION ALL ${nth("network", network, limits.network)}) AS nth`;
  const until = rows[0]?.until ?? null;
  return until && until > new Date() ? until : null;
}

/** Nothing is kept for longer than a day. At most a hundred a time, found without looking at the others. */
async function forgetOld(db: Prisma.TransactionClient): Promise<void> {
  await db.$executeRaw`
    DELETE FROM sign_in_failures WHERE id IN (
      SELECT id FROM (SELECT id, at FROM sign_in_failures ORDER BY id LIMIT 100) AS oldest
      WHERE at < now() - interval '1 day')`;
}

/** Addresses that were only tried are not kept as they are. */
function keysOf({ kind, subject, network }: Attempt): { account: string; network: string } {
  const account = createHmac("sha256", requireEnv("NEXTAUTH_SECRET"))
    .update(`${kind} ${subject}`)
    .digest("hex");
  return { account, network: `${kind} ${network}` };
}
