import "server-only";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";
import { AppError } from "@/lib/errors";

/** Votes that one voter may cast within a window; a person who looks at both objects stays far below. */
const LIMITS = [
  { windowSeconds: 10, votes: 6 },
  { windowSeconds: 60, votes: 25 },
  { windowSeconds: 3600, votes: 300 },
] as const;

/** Throws `rate_limited`, with the seconds to wait, when this voter votes faster than a person could. */
export async function requireVoteAllowance(voterId: string, db: Db = defaultDb): Promise<void> {
  const retryAfterSeconds = await secondsUntilAllowed(voterId, db);
  if (retryAfterSeconds > 0)
    throw new AppError("rate_limited", "You are voting faster than anyone can look", {
      retryAfterSeconds,
    });
}

/** Per window, until its n-th newest vote leaves it; the longest of these, 0 when there is room in all. */
async function secondsUntilAllowed(voterId: string, db: Db): Promise<number> {
  const windows = Prisma.join(
    LIMITS.map((limit) => Prisma.sql`(${limit.windowSeconds}::int, ${limit.votes}::int)`),
  );
  const rows = await db.$queryRaw<{ seconds: number | null }[]>`
    SELECT max(ceil(extract(epoch FROM nth.created_at - now()) + w.seconds))::int AS seconds
    FROM (VALUES ${windows}) AS w (seconds, votes),
         LATERAL (SELECT created_at FROM votes
                  WHERE voter_id = ${voterId}::uuid AND created_at > now() - make_interval(secs => w.seconds)
                  ORDER BY created_at DESC OFFSET w.votes - 1 LIMIT 1) AS nth`;
  return Math.max(0, rows[0]?.seconds ?? 0);
}
