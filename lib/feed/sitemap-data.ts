import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { listBoards } from "@/lib/leaderboard/data";

/** How many addresses the sitemap holds: far fewer than it may (50,000), because it is made anew for every reader. */
const SITEMAP_LENGTH = 5_000;

export type SitemapEntry = { path: string; addedAt?: Date };

const STATIC_PATHS = [
  "/",
  "/leaderboard",
  "/leaderboard/plots",
  "/prompts",
  "/compare",
  "/methodology",
];

/**
 * The addresses of a sitemap: every page, board, entrant and prompt, then the newest creations as far as there is
 * room. Older ones, battles and comparisons are left to links: there are as many as votes and pairs, and a battle's
 * page says nothing before its vote.
 */
export async function listSitemapEntries(
  db: Db = defaultDb,
  length = SITEMAP_LENGTH,
): Promise<SitemapEntry[]> {
  const select = { slug: true, createdAt: true } as const;
  const orderBy = { slug: "asc" } as const;
  const [boards, entrants, prompts] = await Promise.all([
    listBoards(db),
    db.entrant.findMany({ select, orderBy }),
    db.prompt.findMany({ select, orderBy }),
  ]);
  const pages: SitemapEntry[] = [
    ...STATIC_PATHS.map((path) => ({ path })),
    ...boards
      .filter(({ board }) => board !== "all")
      .map(({ board }) => ({ path: `/leaderboard?board=${board}` })),
    ...entrants.map(({ slug, createdAt }) => ({ path: `/entrants/${slug}`, addedAt: createdAt })),
    ...prompts.map(({ slug, createdAt }) => ({ path: `/prompts/${slug}`, addedAt: createdAt })),
  ].slice(0, length);
  const creations = await db.creation.findMany({
    where: { hiddenAt: null },
    select: { id: true, createdAt: true },
    orderBy: { id: "desc" },
    take: length - pages.length,
  });
  return [
    ...pages,
    ...creations.map(({ id, createdAt }) => ({ path: `/creations/${id}`, addedAt: createdAt })),
  ];
}
