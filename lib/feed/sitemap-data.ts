import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { listBoards } from "@/lib/leaderboard/data";

/** How many addresses a sitemap file may hold (sitemaps.org). */
const FILE_LENGTH = 50_000;

/** The part of a sitemap that holds everything but creations. */
export const PAGES_PART = "pages";

type SitemapEntry = { path: string; changedAt?: Date };

const STATIC_PATHS = ["/", "/leaderboard", "/prompts", "/compare", "/methodology"];

/** The names of the sitemap's files: the pages, and creations by the id that each file begins with. */
export async function listSitemapParts(db: Db = defaultDb): Promise<string[]> {
  const rows = await db.$queryRaw<{ id: string }[]>`
    SELECT id FROM (
      SELECT id, row_number() OVER (ORDER BY id) AS place FROM creations WHERE hidden_at IS NULL
    ) placed WHERE place % ${FILE_LENGTH} = 1 ORDER BY id`;
  return [PAGES_PART, ...rows.map(({ id }) => id)];
}

/**
 * The addresses of one part. Battles and comparisons are left to links: there are as many as votes and pairs, and a
 * battle's page says nothing before its vote.
 */
export async function listSitemapEntries(
  part: string,
  db: Db = defaultDb,
): Promise<SitemapEntry[]> {
  if (part === PAGES_PART) return listPages(db);
  const creations = await db.creation.findMany({
    where: { hiddenAt: null, id: { gte: part } },
    select: { id: true, createdAt: true },
    orderBy: { id: "asc" },
    take: FILE_LENGTH,
  });
  return creations.map(({ id, createdAt }) => ({ path: `/creations/${id}`, changedAt: createdAt }));
}

async function listPages(db: Db): Promise<SitemapEntry[]> {
  const select = { slug: true, createdAt: true } as const;
  const orderBy = { slug: "asc" } as const;
  const [boards, entrants, prompts] = await Promise.all([
    listBoards(db),
    db.entrant.findMany({ select, orderBy }),
    db.prompt.findMany({ select, orderBy }),
  ]);
  return [
    ...STATIC_PATHS.map((path) => ({ path })),
    ...boards
      .filter(({ board }) => board !== "all")
      .map(({ board }) => ({ path: `/leaderboard?board=${board}` })),
    ...entrants.map(({ slug, createdAt }) => ({ path: `/entrants/${slug}`, changedAt: createdAt })),
    ...prompts.map(({ slug, createdAt }) => ({ path: `/prompts/${slug}`, changedAt: createdAt })),
  ].slice(0, FILE_LENGTH);
}
