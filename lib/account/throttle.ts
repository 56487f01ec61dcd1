import "server-only";
import { createHmac } from "node:crypto";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";
import { requireEnv } from "@/lib/env";

/** Wrong passwords that are taken before the next guess must wait, whoever makes it. */
export const SIGN_IN_LIMITS = {
  windowSeconds: 15 * 60,
  /** For one account, from everywhere. */
  account: 5,
  /** From one network, for all accounts. */
  network: 20,
} as const;

export type SignInSource = { email: string; network: string };

/** Seconds until this account may be guessed at again from this network; 0: now. */
export async function secondsUntilSignIn(
  source: SignInSource,
  db: Db = defaultDb,
): Promise<number> {
  const { windowSeconds, account, network } = SIGN_IN_LIMITS;
  const nth = (column: "account" | "network", value: string, limit: number) => Prisma.sql`
    (SELECT at FROM sign_in_failures
     WHERE ${Prisma.raw(column)} = ${value} AND at > now() - make_interval(secs => ${windowSeconds})
     ORDER BY at DESC OFFSET ${limit - 1} LIMIT 1)`;
  const rows = await db.$queryRaw<{ seconds: number | null }[]>`
    SELECT ceil(extract(epoch FROM max(at) - now()) + ${windowSeconds})::int AS seconds
    FROM (${nth("account", hashOf(source.email), account)}
          UNION ALL ${nth("network", source.network, network)}) AS nth`;
  return Math.max(0, rows[0]?.seconds ?? 0);
}

/** Counts a wrong password, before it is known to be wrong: guesses made side by side count too. */
export async function noteSignInAttempt(source: SignInSource, db: Db = defaultDb): Promise<bigint> {
  await db.$executeRaw`DELETE FROM sign_in_failures WHERE at < now() - interval '1 day'`;
  const { id } = await db.signInFailure.create({
    data: { account: hashOf(source.email), network: source.network },
    select: { id: true },
  });
  return id;
}

/** The password was right: this attempt and the account's earlier failures no longer count. */
export async function forgiveSignIn(
  { id, email }: { id: bigint; email: string },
  db: Db = defaultDb,
): Promise<void> {
  await db.signInFailure.deleteMany({ where: { OR: [{ id }, { account: hashOf(email) }] } });
}

/** Addresses that were only tried are not kept as they are. */
function hashOf(email: string): string {
  return createHmac("sha256", requireEnv("NEXTAUTH_SECRET"))
    .update(`sign-in ${email}`)
    .digest("hex");
}
