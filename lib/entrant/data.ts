import "server-only";
import { listWithheldPrompts } from "@/lib/battle/data";
import { type Db, db as defaultDb } from "@/lib/db";
import {
  type EntrantProfile,
  type EntrantRating,
  type EntrantRecord,
  type EntrantScope,
  FEWEST_VOTES_ON_A_PROMPT,
  type PromptExtremes,
  type PromptRecord,
} from "@/lib/entrant/schema";
import { boardRowSchema } from "@/lib/leaderboard/schema";
import { toScope } from "@/lib/leaderboard/scope";
import { parseSlug } from "@/lib/slug";
import { addRecords, type VoteRecord } from "@/lib/vote/vote-record";

/** An entrant by its address; null when there is none. */
export async function getEntrant(
  address: string,
  db: Db = defaultDb,
): Promise<EntrantProfile | null> {
  const slug = parseSlug(address);
  if (slug === null) return null;
  const entrant = await db.entrant.findUnique({
    where: { slug },
    select: {
      ...{ id: true, slug: true, name: true, kind: true, status: true, settings: true },
      model: { select: { name: true, provider: true } },
    },
  });
  if (!entrant) return null;
  const { settings } = entrant;
  const isObject = typeof settings === "object" && settings !== null && !Array.isArray(settings);
  return { ...entrant, settings: isObject ? settings : {} };
}

/**
 * An entrant's row on every board that it is on, the widest first. Takes the newest snapshot of each board by
 * the index, and of that only the one row.
 */
export async function listEntrantRatings(
  slug: string,
  db: Db = defaultDb,
): Promise<EntrantRating[]> {
  const [rows, tracks] = await Promise.all([
    db.$queryRaw<{ board: string; row: unknown; rated: number }[]>`
      WITH RECURSIVE boards AS (
        (SELECT board FROM snapshots ORDER BY board LIMIT 1)
        UNION ALL
        SELECT (SELECT s.board FROM snapshots s WHERE s.board > b.board ORDER BY s.board LIMIT 1)
        FROM boards b WHERE b.board IS NOT NULL)
      SELECT b.board, found.row, found.rated
      FROM boards b,
           LATERAL (SELECT entrants FROM snapshots s WHERE s.board = b.board
                    ORDER BY computed_at DESC LIMIT 1) newest,
           LATERAL (SELECT (array_agg(one) FILTER (WHERE one->>'slug' = ${slug}))[1] AS row,
                           (count(*) FILTER (WHERE one->>'status' = 'rated'))::int AS rated
                    FROM jsonb_array_elements(newest.entrants) one) found
      WHERE found.row IS NOT NULL`,
    db.track.findMany({ select: { slug: true, name: true }, orderBy: { position: "asc" } }),
  ]);
  const places = tracks.map((track) => track.slug);
  const names = new Map(tracks.map((track) => [track.slug, track.name]));
  return rows
    .map(({ board, row, rated }) => {
      const { track, category } = toScope(board);
      const name = track ? (names.get(track) ?? track) : "All tracks";
      const label = category ? `${name} · ${category.replaceAll("-", " ")}` : name;
      const place = track ? places.indexOf(track) : -1;
      return { board, label, rated, row: boardRowSchema.parse(row), depth: place, category };
    })
    .sort(
      (a, b) =>
        Number(Boolean(a.category)) - Number(Boolean(b.category)) ||
        a.depth - b.depth ||
        a.board.localeCompare(b.board, "en"),
    )
    .map(({ depth: _, category: __, ...rating }) => rating);
}

type Cell = VoteRecord & {
  track: string | null;
  category: string | null;
  slug: string | null;
  name: string | null;
};

/** An entrant's counted votes in all, by category of a track, and by opponent. */
export async function getEntrantRecord(
  entrantId: string,
  db: Db = defaultDb,
): Promise<EntrantRecord> {
  const cells = await db.$queryRaw<Cell[]>`
    WITH sides AS (
      SELECT track, category, right_entrant_id AS other, left_wins::int AS wins, right_wins::int AS losses,
             ties::int, both_bad::int
      FROM tallies WHERE left_entrant_id = ${entrantId}::uuid
      UNION ALL
      SELECT track, category, left_entrant_id, right_wins::int, left_wins::int, ties::int, both_bad::int
      FROM tallies WHERE right_entrant_id = ${entrantId}::uuid)
    SELECT s.track, s.category, e.slug, e.name, sum(wins)::int AS wins, sum(losses)::int AS losses,
           sum(ties)::int AS ties, sum(both_bad)::int AS "bothBad"
    FROM sides s JOIN entrants e ON e.id = s.other
    GROUP BY GROUPING SETS ((s.track, s.category), (e.slug, e.name))
    HAVING sum(wins + losses + ties + both_bad) > 0
    ORDER BY sum(wins + losses + ties + both_bad) DESC, e.name, s.track, s.category`;
  const scopes = cells.flatMap((cell) => {
    const { track, category } = cell;
    return track && category ? [{ track, category, record: toRecord(cell) }] : [];
  });
  const opponents = cells.flatMap((cell) => {
    const { slug, name } = cell;
    return slug && name ? [{ slug, name, record: toRecord(cell) }] : [];
  });
  return { total: addRecords(scopes.map(({ record }) => record)), scopes, opponents };
}

function toRecord({ wins, losses, ties, bothBad }: VoteRecord): VoteRecord {
  return { wins, losses, ties, bothBad };
}

/**
 * The prompts on which an entrant won most and least, `count` of each at most, by win rate and then by votes,
 * among those with at least `FEWEST_VOTES_ON_A_PROMPT` counted votes and without those that are withheld from the reader.
 */
export async function listPromptExtremes(
  { entrantId, voterId, count }: { entrantId: string; voterId: string | null; count: number },
  db: Db = defaultDb,
): Promise<PromptExtremes> {
  const withheld = [...(await listWithheldPrompts(voterId, db))];
  const rows = await db.$queryRaw<
    (VoteRecord & { slug: string; title: string; fromTop: number; fromEnd: number })[]
  >`
    WITH records AS (
      SELECT c.prompt_id, sum(r.wins)::int AS wins, sum(r.losses)::int AS losses, sum(r.ties)::int AS ties,
             sum(r.both_bad)::int AS both_bad, sum(r.wins + r.losses + r.ties + r.both_bad)::int AS votes
      FROM creations c
      -- By the index: joined freely, the records of all entrants would be read.
      CROSS JOIN LATERAL (SELECT * FROM creation_records WHERE creation_id = c.id LIMIT 1) r
      WHERE c.entrant_id = ${entrantId}::uuid AND c.prompt_id <> ALL (${withheld}::uuid[]) GROUP BY c.prompt_id),
    ranked AS (
      SELECT r.*, row_number() OVER (ORDER BY rate DESC, votes DESC, prompt_id)::int AS from_top,
             row_number() OVER (ORDER BY rate, votes DESC, prompt_id)::int AS from_end
      FROM (SELECT *, (wins + (ties + both_bad) / 2.0) / votes AS rate FROM records
            WHERE votes >= ${FEWEST_VOTES_ON_A_PROMPT}) r)
    SELECT p.slug, p.title, r.wins, r.losses, r.ties, r.both_bad AS "bothBad",
           r.from_top AS "fromTop", r.from_end AS "fromEnd"
    FROM ranked r JOIN prompts p ON p.id = r.prompt_id
    WHERE r.from_top <= ${count} OR r.from_end <= ${count}`;
  const toPrompt = ({ slug, title, ...record }: (typeof rows)[number]): PromptRecord => ({
    ...{ slug, title },
    record: toRecord(record),
  });
  const isBest = ({ fromTop, fromEnd }: (typeof rows)[number]) => fromTop <= fromEnd;
  return {
    best: rows
      .filter((row) => isBest(row) && row.fromTop <= count)
      .sort((a, b) => a.fromTop - b.fromTop)
      .map(toPrompt),
    worst: rows
      .filter((row) => !isBest(row) && row.fromEnd <= count)
      .sort((a, b) => a.fromEnd - b.fromEnd)
      .map(toPrompt),
  };
}

/** The tracks and categories in which an entrant has creations, in the tracks' order. */
export async function listEntrantScopes(
  entrantId: string,
  db: Db = defaultDb,
): Promise<EntrantScope[]> {
  return db.$queryRaw<EntrantScope[]>`
    SELECT c.track, t.name AS "trackName", p.category, count(*)::int AS creations,
           count(*) FILTER (WHERE c.status <> 'ok')::int AS failed
    FROM creations c JOIN prompts p ON p.id = c.prompt_id JOIN tracks t ON t.slug = c.track
    WHERE c.entrant_id = ${entrantId}::uuid AND c.hidden_at IS NULL
    GROUP BY t.position, c.track, t.name, p.category ORDER BY t.position, c.track, p.category`;
}
