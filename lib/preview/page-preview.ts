import "server-only";
import { listWithheldPrompts } from "@/lib/battle/data";
import { type Db, db as defaultDb } from "@/lib/db";
import { getLeaderboard } from "@/lib/leaderboard/data";
import { readPosterPicture } from "@/lib/preview/poster-picture";
import { parseSlug } from "@/lib/slug";

/** What a page's link preview shows. */
export type PagePreview = {
  kicker: string;
  title: string;
  lines: string[];
  /** PNG data URLs: none, one or up to four. */
  pictures: string[];
};

const NOTHING_HERE: PagePreview = { kicker: "", title: "Not found", lines: [], pictures: [] };
const GRID = 4;
const GRID_PIXELS = 247;
const SINGLE_PIXELS = 510;
const SHOWN_ROWS = 5;

/** The head of the widest board. */
export async function readLeaderboardPreview(): Promise<PagePreview> {
  const board = await getLeaderboard("all");
  const rated = board?.entrants.filter(({ status }) => status === "rated") ?? [];
  return {
    kicker: `${(board?.votes ?? 0).toLocaleString("en")} blind votes`,
    title: "Who writes the better 3D objects",
    lines: rated.slice(0, SHOWN_ROWS).map(({ name, rating, rankRange }) => {
      const range = rankRange && [...new Set(rankRange)].join("–");
      return `${range}.  ${name}  ${Math.round(rating ?? 0)}`;
    }),
    pictures: [],
  };
}

/** An entrant with its place and some of its objects, those of the reader's own battles left out. */
export async function readEntrantPreview(
  { slug: address, voterId }: { slug: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<PagePreview> {
  const slug = parseSlug(address);
  if (slug === null) return NOTHING_HERE;
  const entrant = await db.entrant.findUnique({
    where: { slug },
    select: {
      id: true,
      name: true,
      _count: { select: { creations: { where: { hiddenAt: null } } } },
    },
  });
  if (!entrant) return NOTHING_HERE;
  const row = (await getLeaderboard("all", db))?.entrants.find((one) => one.slug === slug);
  const place =
    row?.rating != null && row.lower !== null && row.upper !== null
      ? `Rated ${Math.round(row.rating)}, between ${Math.round(row.lower)} and ${Math.round(row.upper)}`
      : "Not yet rated";
  return {
    kicker: "Entrant",
    title: entrant.name,
    lines: [place, `${entrant._count.creations.toLocaleString("en")} creations`],
    pictures: await readPictures({ entrantId: entrant.id }, voterId, db),
  };
}

/** A prompt with some of what was made of it; nothing of that for a reader who has a battle on it. */
export async function readPromptPreview(
  { slug: address, voterId }: { slug: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<PagePreview> {
  const slug = parseSlug(address);
  if (slug === null) return NOTHING_HERE;
  const prompt = await db.prompt.findUnique({
    where: { slug },
    select: { id: true, title: true, category: true },
  });
  if (!prompt) return NOTHING_HERE;
  return {
    kicker: "Prompt",
    title: prompt.title,
    lines: [prompt.category.replaceAll("-", " ")],
    pictures: await readPictures({ promptId: prompt.id }, voterId, db),
  };
}

/** One creation. */
export async function readCreationPreview(
  { creationId, voterId }: { creationId: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<PagePreview> {
  const creation = await db.creation.findFirst({
    where: { id: creationId, hiddenAt: null },
    select: {
      promptId: true,
      posterSha256s: true,
      prompt: { select: { title: true } },
      entrant: { select: { name: true } },
    },
  });
  if (!creation) return NOTHING_HERE;
  const { promptId, posterSha256s, prompt, entrant } = creation;
  if ((await listWithheldPrompts(voterId, db)).has(promptId))
    return { kicker: "A creation", title: prompt.title, lines: [], pictures: [] };
  const picture = await readPosterPicture(posterSha256s[0], SINGLE_PIXELS);
  return {
    kicker: "A creation",
    title: prompt.title,
    lines: [`by ${entrant.name}`],
    pictures: picture ? [picture] : [],
  };
}

/** Two entrants. */
export async function readComparisonPreview(
  { first, second }: { first: string; second: string },
  db: Db = defaultDb,
): Promise<PagePreview> {
  if (parseSlug(first) === null || parseSlug(second) === null) return NOTHING_HERE;
  const entrants = await db.entrant.findMany({
    where: { slug: { in: [first, second] } },
    select: { slug: true, name: true },
  });
  const nameOf = (slug: string) => entrants.find((one) => one.slug === slug)?.name;
  const [one, other] = [nameOf(first), nameOf(second)];
  if (!one || !other || first === second) return NOTHING_HERE;
  return { kicker: "Head to head", title: `${one} against ${other}`, lines: [], pictures: [] };
}

async function readPictures(
  where: { entrantId: string } | { promptId: string },
  voterId: string | null,
  db: Db,
): Promise<string[]> {
  const withheld = [...(await listWithheldPrompts(voterId, db))];
  const creations = await db.creation.findMany({
    where: { ...where, status: "ok", hiddenAt: null, NOT: { promptId: { in: withheld } } },
    select: { posterSha256s: true },
    orderBy: { id: "asc" },
    take: GRID,
  });
  const pictures = await Promise.all(
    creations.map(({ posterSha256s }) => readPosterPicture(posterSha256s[0], GRID_PIXELS)),
  );
  return pictures.filter((picture) => picture !== null);
}
