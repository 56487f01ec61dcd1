import "server-only";
import { type Db, Prisma } from "@/lib/db";

/** Votes that one voter may cast within a window; a person who looks at both objects stays far below. */
export const LIMITS = [
  { windowSeconds: 10, votes: 6 },
  { windowSeconds: 60, votes: 25 },
  { windowSeconds: 3600, votes: 300 },
] as const;

const WINDOWS = Prisma.raw(
  LIMITS.map(({ windowSeconds, votes }) => `(${windowSeconds}, ${votes})`).join(", "),
);

/** Per full window of a voter, the seconds until its n-th newest vote leaves it. No row: the voter may vote. */
export function fullWindows(voterId: string): Prisma.Sql {
  return Prisma.sql`
    SELECT ceil(extract(epoch FROM nth.created_at - now()) + w.seconds)::int AS seconds
    FROM (VALUES ${WINDOWS}) AS w (seconds, votes),
         LATERAL (SELECT created_at FROM votes
                  WHERE voter_id = ${voterId}::uuid AND created_at > now() - make_interval(secs => w.seconds)
                  ORDER BY created_at DESC OFFSET w.votes - 1 LIMIT 1) AS nth`;
}

/** Seconds until a voter may vote again, at least 1. */
export async function secondsUntilAllowed(voterId: string, db: Db): Promise<number> {
  const rows = await db.$queryRaw<{ seconds: number | null }[]>`
    SELECT max(seconds) AS seconds FROM (${fullWindows(voterId)}) AS full_windows`;
  return Math.max(1, rows[0]?.seconds ?? 0);
}
