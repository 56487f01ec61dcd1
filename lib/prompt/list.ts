import "server-only";
import { type Db, db as defaultDb, Prisma } from "@/lib/db";
import { listReferenceUrls } from "@/lib/prompt/reference-address";
import type { PromptCard, PromptChoices, PromptListQuery, PromptPage } from "@/lib/prompt/schema";

/** Prompts on one page of the list. */
export const PROMPTS_A_PAGE = 24;
const EXCERPT_LENGTH = 240;

type Row = Pick<PromptCard, "slug" | "title" | "excerpt" | "category" | "tracks" | "creations"> & {
  id: string;
  votes: number;
  total: number;
  referenceSha256s: string[];
  creationId: string | null;
};

/**
 * One page of the prompts that match, by title or the most voted first, from a key on. `withheld` are the prompts
 * of which nothing may be shown to the reader now (`listWithheldPrompts`).
 */
export async function listPrompts(
  { query, withheld }: { query: PromptListQuery; withheld: ReadonlySet<string> },
  db: Db = defaultDb,
): Promise<PromptPage> {
  const { after, sort } = query;
  const rows = await db.$queryRaw<Row[]>`
    WITH placed AS (
      -- By title all share one place, and the title decides.
      SELECT p.id, p.slug, p.title, n.votes, CASE WHEN ${sort} = 'votes' THEN -n.votes ELSE 0 END AS place
      FROM prompts p LEFT JOIN prompt_tallies t ON t.prompt_id = p.id,
           LATERAL (SELECT coalesce(t.left_wins + t.right_wins + t.ties + t.both_bad, 0)::int AS votes) n
    ), matched AS (
      SELECT * FROM placed WHERE id IN (SELECT p.id FROM prompts p WHERE ${matches(query)})
    ), page AS (
      SELECT m.*, (SELECT count(*) FROM matched)::int AS total FROM matched m
      WHERE ${after}::text IS NULL
         OR (m.place, m.title, m.slug) > (SELECT o.place, o.title, o.slug FROM placed o WHERE o.slug = ${after})
      ORDER BY m.place, m.title, m.slug LIMIT ${PROMPTS_A_PAGE + 1}
    )
    SELECT page.id, page.slug, page.title, page.votes, page.total, left(p.text, ${EXCERPT_LENGTH}) AS excerpt,
           p.category, p.reference_sha256s AS "referenceSha256s", made.*
    FROM page JOIN prompts p ON p.id = page.id CROSS JOIN LATERAL (
      SELECT count(*)::int AS creations,
             (array_agg(c.id ORDER BY md5(c.id::text)) FILTER (WHERE c.status = 'ok'))[1] AS "creationId",
             coalesce((SELECT array_agg(t.name ORDER BY t.position, t.slug) FROM tracks t
                       WHERE t.slug = ANY (array_agg(DISTINCT c.track))), '{}') AS tracks
      FROM creations c WHERE c.prompt_id = page.id AND c.hidden_at IS NULL
    ) made
    ORDER BY page.place, page.title, page.slug`;
  const shown = rows.slice(0, PROMPTS_A_PAGE);
  return {
    prompts: shown.map((row) => toCard(row, withheld.has(row.id))),
    total: rows[0]?.total ?? 0,
    next: rows.length > PROMPTS_A_PAGE ? (shown.at(-1)?.slug ?? null) : null,
  };
}

/** Words as a search engine takes them (the expression is the index's), or the beginning of a word of the title. */
function matches({ words, track, category }: PromptListQuery): Prisma.Sql {
  const conditions = [Prisma.sql`true`];
  if (words !== null) {
    const start = words.replace(/[\\%_]/g, "\\$&");
    conditions.push(Prisma.sql`p.id IN (
      SELECT id FROM prompts WHERE to_tsvector('english', title || ' ' || text) @@ websearch_to_tsquery('english', ${words})
      UNION ALL
      SELECT id FROM prompts WHERE title ILIKE ${`${start}%`} OR title ILIKE ${`% ${start}%`})`);
  }
  if (category !== null) conditions.push(Prisma.sql`p.category = ${category}`);
  if (track !== null)
    conditions.push(Prisma.sql`EXISTS (
      SELECT 1 FROM creations c WHERE c.prompt_id = p.id AND c.track = ${track} AND c.hidden_at IS NULL)`);
  return Prisma.join(conditions, " AND ");
}

function toCard({ referenceSha256s, creationId, ...row }: Row, isWithheld: boolean): PromptCard {
  const { slug, title, excerpt, category, tracks, creations, votes } = row;
  const [url] = listReferenceUrls(slug, referenceSha256s);
  const ofCreation = creationId !== null && !isWithheld;
  return {
    ...{ slug, title, excerpt, category, tracks, creations, votes, isWithheld },
    picture: url
      ? { kind: "reference", url }
      : ofCreation
        ? { kind: "creation", creationId }
        : null,
  };
}

/** The tracks that have creations, and every category: what the list can be narrowed to. */
export async function listPromptChoices(db: Db = defaultDb): Promise<PromptChoices> {
  const [tracks, categories] = await Promise.all([
    // Ends at a track's first creation; a semi-join would read them all.
    db.$queryRaw<PromptChoices["tracks"]>`
      SELECT t.slug, t.name FROM tracks t CROSS JOIN LATERAL (
        SELECT 1 FROM prompts p JOIN creations c ON c.prompt_id = p.id AND c.track = t.slug AND c.hidden_at IS NULL
        LIMIT 1) found
      ORDER BY t.position, t.slug`,
    db.prompt.findMany({
      distinct: ["category"],
      select: { category: true },
      orderBy: { category: "asc" },
    }),
  ]);
  return { tracks, categories: categories.map(({ category }) => category) };
}
