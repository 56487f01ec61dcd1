import "server-only";
import type { Comparison, Prediction } from "@/lib/compare/schema";
import { type Db, db as defaultDb } from "@/lib/db";
import { toScope } from "@/lib/leaderboard/scope";
import type { VoteRecord } from "@/lib/vote/vote-record";

type ScopeRow = { track: string; name: string; category: string } & VoteRecord;

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
  const rows = await db.$queryRaw<ScopeRow[]>`
    SELECT t.slug AS track, t.name, y.category,
           sum(CASE WHEN left_entrant_id = ${first.id}::uuid THEN left_wins ELSE right_wins END)::int AS wins,
           sum(CASE WHEN left_entrant_id = ${first.id}::uuid THEN right_wins ELSE left_wins END)::int AS losses,
           sum(ties)::int AS ties, sum(both_bad)::int AS "bothBad"
    FROM tallies y JOIN tracks t ON t.slug = y.track
    WHERE (left_entrant_id, right_entrant_id)
          IN ((${first.id}::uuid, ${second.id}::uuid), (${second.id}::uuid, ${first.id}::uuid))
    GROUP BY t.position, t.slug, y.category
    HAVING sum(left_wins + right_wins + ties + both_bad) > 0
    ORDER BY t.position, t.slug, y.category`;
  const scopes = rows.map(({ track, name, category, wins, losses, ties, bothBad }) => ({
    track: { slug: track, name },
    category,
    record: { wins, losses, ties, bothBad },
  }));
  return { first, second, scopes };
}

/**
 * What a board's newest snapshot predicts of two entrants; null when there is no such board. Two cells are read where
 * they lie: a whole snapshot of a hundred entrants is megabytes of JSON.
 */
export async function getPrediction(
  { board, first, second }: { board: string; first: string; second: string },
  db: Db = defaultDb,
): Promise<Prediction | null> {
  const { track } = toScope(board);
  const rows = await db.$queryRaw<({ computedAt: Date } & Omit<Prediction, "computedAt">)[]>`
    WITH newest AS (
      SELECT computed_at, matrix FROM snapshots WHERE board = ${board} ORDER BY computed_at DESC LIMIT 1
    )
    SELECT computed_at AS "computedAt", (SELECT name FROM tracks WHERE slug = ${track ?? null}) AS "trackName",
           (matrix #>> ARRAY['predicted', a, b])::float8 AS "winRate",
           (matrix #>> ARRAY['above', a, b])::float8 AS above
    FROM newest CROSS JOIN LATERAL (
      SELECT max(n - 1) FILTER (WHERE slug = ${first})::text AS a, max(n - 1) FILTER (WHERE slug = ${second})::text AS b
      FROM jsonb_array_elements_text(matrix -> 'order') WITH ORDINALITY AS o (slug, n)) place`;
  const row = rows[0];
  return row ? { ...row, computedAt: row.computedAt.toISOString() } : null;
}

/** Every entrant's name, for a choice of two. */
export async function listEntrantNames(
  db: Db = defaultDb,
): Promise<{ slug: string; name: string }[]> {
  return db.entrant.findMany({
    select: { slug: true, name: true },
    orderBy: [{ name: "asc" }, { slug: "asc" }],
  });
}
