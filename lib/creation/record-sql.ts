import "server-only";
import { Prisma } from "@/lib/db";

/** Joins the counted votes `r` on the creation `c`, from its own side; no row of its own before the first vote. */
export const JOIN_RECORD = Prisma.sql`LEFT JOIN creation_records r ON r.creation_id = c.id`;

/** The counts of `r`: wins, losses, ties, "bothBad". */
export const RECORD_COLUMNS = Prisma.sql`
  coalesce(r.wins, 0)::int AS wins, coalesce(r.losses, 0)::int AS losses,
  coalesce(r.ties, 0)::int AS ties, coalesce(r.both_bad, 0)::int AS "bothBad"`;
