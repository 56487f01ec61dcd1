import "server-only";
import type { Comparison, HeadToHead } from "@/lib/compare/schema";
import { type Db, db as defaultDb } from "@/lib/db";

/** How two entrants fared against each other; null when one of them does not exist, or they are the same. */
export async function getComparison(
  firstSlug: string,
  secondSlug: string,
  db: Db = defaultDb,
): Promise<Comparison | null> {
  const select = { id: true, slug: true, name: true } as const;
  const entrants = await db.entrant.findMany({
    where: { slug: { in: [firstSlug, secondSlug] } },
    select,
  });
  const first = entrants.find(({ slug }) => slug === firstSlug);
  const second = entrants.find(({ slug }) => slug === secondSlug);
  if (!first || !second || first === second) return null;
  const rows = await db.$queryRaw<({ track: string; category: string } & HeadToHead)[]>`
    SELECT t.name AS track, y.category,
           sum(CASE WHEN left_entrant_id = ${first.id}::uuid THEN left_wins ELSE right_wins END)::int AS "firstWins",
           sum(CASE WHEN left_entrant_id = ${first.id}::uuid THEN right_wins ELSE left_wins END)::int AS "secondWins",
           sum(ties)::int AS ties, sum(both_bad)::int AS "bothBad"
    FROM tallies y JOIN tracks t ON t.slug = y.track
    WHERE (left_entrant_id, right_entrant_id)
          IN ((${first.id}::uuid, ${second.id}::uuid), (${second.id}::uuid, ${first.id}::uuid))
    GROUP BY t.position, t.name, y.category ORDER BY t.position, t.name, y.category`;
  const toName = ({ slug, name }: { slug: string; name: string }) => ({ slug, name });
  return { first: toName(first), second: toName(second), scopes: rows };
}
