import "server-only";
import { Prisma } from "@/lib/db";

/**
 * Counted votes on the creation `c`, from its own side, as a query of one row: wins, losses, ties, "bothBad".
 * Both orders of a pair are found by their own index. As int, because Postgres adds bigint up as numeric, which takes
 * a third longer over an entrant's whole catalogue.
 */
export const CREATION_RECORD = Prisma.sql`
  SELECT coalesce(sum(wins), 0)::int AS wins, coalesce(sum(losses), 0)::int AS losses,
         coalesce(sum(ties), 0)::int AS ties, coalesce(sum(both_bad), 0)::int AS "bothBad"
  FROM (SELECT left_wins::int AS wins, right_wins::int AS losses, ties::int, both_bad::int
        FROM creation_tallies WHERE left_creation_id = c.id
        UNION ALL
        SELECT right_wins::int, left_wins::int, ties::int, both_bad::int
        FROM creation_tallies WHERE right_creation_id = c.id) sides`;
