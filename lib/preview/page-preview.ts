import "server-only";
import { listWithheldPrompts } from "@/lib/battle/data";
import { findComparison } from "@/lib/compare/find";
import { toCreationId } from "@/lib/creation/address";
import { type Db, db as defaultDb } from "@/lib/db";
import { getLeaderboard } from "@/lib/leaderboard/data";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { readPosterPicture } from "@/lib/preview/poster-picture";
import { parseSlug } from "@/lib/slug";
import { addRecords, countRecord } from "@/lib/vote/vote-record";

/** What a page's link preview shows. */
export type PagePreview = {
  kicker: string;
  title: string;
  lines: string[];
  /** PNG data URLs: none, one or up to four. */
  pictures: string[];
};

const GRID = 4;
const GRID_PIXELS = 247;
const SINGLE_PIXELS = 510;
const SHOWN_ROWS = 5;

/** The head of the widest board. */
export async function readLeaderboardPreview(): Promise<PagePreview> {
  const board = await getLeaderboard("all");
  const rated = board?.entrants.filter(({ status }) => status === "rated") ?? [];
  return {
    kicker: counted(board?.votes ?? 0, "blind vote"),
    title: "Who writes the better 3D objects",
    lines: rated.length > 0 ? rated.slice(0, SHOWN_ROWS).map(toLine) : ["Nobody is rated yet"],
    pictures: [],
  };
}

/** "Rank 1–2 · 1087 ± 24 · Name": a long name may be cut at the end. */
function toLine({ name, rating, lower, upper, rankRange }: BoardRow): string {
  const rank = rankRange ? `Rank ${[...new Set(rankRange)].join("–")} · ` : "";
  const spread = lower !== null && upper !== null ? ` ± ${Math.round((upper - lower) / 2)}` : "";
  return `${rank}${Math.round(rating ?? 0)}${spread} · ${name}`;
}

/**
 * An entrant with its place and some of its objects, those of the reader's own battles left out; null when there is
 * none.
 */
export async function readEntrantPreview(
  { slug, voterId }: { slug: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<PagePreview | null> {
  if (parseSlug(slug) === null) return null;
  const entrant = await db.entrant.findUnique({
    where: { slug },
    select: {
      id: true,
      name: true,
      _count: { select: { creations: { where: { hiddenAt: null } } } },
    },
  });
  if (!entrant) return null;
  const row = (await getLeaderboard("all", db))?.entrants.find((one) => one.slug === slug);
  const place =
    row?.rating != null && row.lower !== null && row.upper !== null
      ? `Rated ${Math.round(row.rating)}, between ${Math.round(row.lower)} and ${Math.round(row.upper)}`
      : "Not yet rated";
  return {
    kicker: "Entrant",
    title: entrant.name,
    lines: [place, counted(entrant._count.creations, "creation")],
    pictures: await readPictures({ entrantId: entrant.id }, voterId, db),
  };
}

/**
 * A prompt with some of what was made of it, nothing of that for a reader who has a battle on it; null when there is
 * none.
 */
export async function readPromptPreview(
  { slug, voterId }: { slug: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<PagePreview | null> {
  if (parseSlug(slug) === null) return null;
  const prompt = await db.prompt.findUnique({
    where: { slug },
    select: { id: true, title: true, category: true },
  });
  if (!prompt) return null;
  return {
    kicker: "Prompt",
    title: prompt.title,
    lines: [prompt.category.replaceAll("-", " ")],
    pictures: await readPictures({ promptId: prompt.id }, voterId, db),
  };
}

/** One creation; null when there is none. */
export async function readCreationPreview(
  { address, voterId }: { address: string; voterId: string | null },
  db: Db = defaultDb,
): Promise<PagePreview | null> {
  const id = toCreationId(address);
  if (id === null) return null;
  const creation = await db.creation.findFirst({
    where: { id, hiddenAt: null },
    select: {
      promptId: true,
      posterSha256s: true,
      prompt: { select: { title: true } },
      entrant: { select: { name: true } },
    },
  });
  if (!creation) return null;
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

/** Two entrants and how they fared against each other; null when there are no such two. */
export async function readComparisonPreview(
  address: { first: string; second: string },
  db: Db = defaultDb,
): Promise<PagePreview | null> {
  const comparison = await findComparison(address, db);
  if (!comparison) return null;
  const { first, second, scopes } = comparison;
  const record = addRecords(scopes.map((scope) => scope.record));
  const votes = countRecord(record);
  return {
    kicker: "Head to head",
    title: `${first.name} against ${second.name}`,
    lines: [
      votes > 0
        ? `${record.wins} to ${record.losses} in ${counted(votes, "counted vote")}`
        : "They have not met in a counted vote yet",
    ],
    pictures: [],
  };
}

/** "1 vote", "1,200 votes". */
function counted(count: number, noun: string): string {
  return `${count.toLocaleString("en")} ${noun}${count === 1 ? "" : "s"}`;
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
