import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";

/** Into so many spans a board's time is cut; each gives its last snapshot. */
export const HISTORY_SPANS = 60;

/** A rating then, with its 95 % interval, Elo points. */
export type HistoryRating = { rating: number; lower: number; upper: number };

/** What a board's snapshot said at one time. */
export type HistoryPoint = {
  /** ISO 8601. */
  computedAt: string;
  throughSeq: number;
  votes: number;
  /** Who was rated then, by slug. */
  ratings: Map<string, HistoryRating>;
};

type Row = {
  computedAt: Date;
  throughSeq: number;
  votes: number;
  ratings: [slug: string, rating: number, lower: number, upper: number][] | null;
};

/**
 * A board's ratings over time, oldest first: from its first snapshot with a vote to its newest, the last one of
 * each of `spans` equal spans of time. Finds each by index, so that the cost depends on `spans` and the number of
 * entrants, not on how many snapshots were kept.
 */
export async function listHistory(
  board: string,
  { spans = HISTORY_SPANS }: { spans?: number } = {},
  db: Db = defaultDb,
): Promise<HistoryPoint[]> {
  const rows = await db.$queryRaw<Row[]>`
    WITH ends AS (
      SELECT (SELECT computed_at FROM snapshots WHERE board = ${board} AND votes > 0
              ORDER BY computed_at LIMIT 1) AS first,
             (SELECT computed_at FROM snapshots WHERE board = ${board}
              ORDER BY computed_at DESC LIMIT 1) AS last
    )
    SELECT chosen.computed_at AS "computedAt", chosen.through_seq::float8 AS "throughSeq", chosen.votes,
           chosen.ratings
    FROM ends
    CROSS JOIN generate_series(0, ${spans}::int) AS span
    CROSS JOIN LATERAL (
      SELECT s.computed_at, s.through_seq, s.votes,
             (SELECT json_agg(json_build_array(e->'slug', e->'rating', e->'lower', e->'upper'))
              FROM jsonb_array_elements(s.entrants) e WHERE e->>'status' = 'rated') AS ratings
      FROM snapshots s
      WHERE s.board = ${board}
        AND s.computed_at > CASE WHEN span = 0 THEN '-infinity' ELSE first + (last - first) * (span - 1) / ${spans} END
        AND s.computed_at <= first + (last - first) * span / ${spans}
        AND s.computed_at >= first
      ORDER BY s.computed_at DESC LIMIT 1) chosen
    ORDER BY span`;
  return rows.map(({ computedAt, ratings, ...row }) => ({
    ...row,
    computedAt: computedAt.toISOString(),
    ratings: new Map(
      (ratings ?? []).map(([slug, rating, lower, upper]) => [slug, { rating, lower, upper }]),
    ),
  }));
}
