import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";

const promptSelect = {
  id: true,
  slug: true,
  source: true,
  text: true,
  instruction: true,
  referenceSha256s: true,
} as const;

export type GenerationPrompt = {
  id: string;
  slug: string;
  source: string | null;
  text: string;
  instruction: string | null;
  referenceSha256s: string[];
};

/** Prompts by slug or by their name in the data set they came from; all of them without a list. */
export async function listPrompts(
  names: readonly string[] | null,
  db: Db = defaultDb,
): Promise<GenerationPrompt[]> {
  return db.prompt.findMany({
    where: names ? { OR: [{ slug: { in: [...names] } }, { source: { in: [...names] } }] } : {},
    select: promptSelect,
    orderBy: { slug: "asc" },
  });
}

/** Keys of creations of these entrants that are there already, failed ones included: they are results too. */
export async function listMadeKeys(
  entrantSlugs: readonly string[],
  trackSlug: string,
  db: Db = defaultDb,
): Promise<Set<string>> {
  const rows = await db.creation.findMany({
    where: { entrant: { slug: { in: [...entrantSlugs] } }, trackSlug },
    select: { entrant: { select: { slug: true } }, promptId: true, replicate: true },
  });
  return new Set(
    rows.map(({ entrant, promptId, replicate }) => makeKey(entrant.slug, promptId, replicate)),
  );
}

/** One creation's place among those of a track. */
export function makeKey(entrantSlug: string, promptId: string, replicate: number): string {
  return `${entrantSlug}\n${promptId}\n${replicate}`;
}

/** What an entrant's creations cost so far, on any track, in US dollars each: the best guess of what the next will. */
export async function getMeanCost(entrantSlug: string, db: Db = defaultDb): Promise<number | null> {
  const { _avg } = await db.creation.aggregate({
    where: { entrant: { slug: entrantSlug } },
    _avg: { costUsd: true },
  });
  return _avg.costUsd === null ? null : Number(_avg.costUsd);
}

/** The id of an entrant that was registered. */
export async function getEntrantId(slug: string, db: Db = defaultDb): Promise<string> {
  const { id } = await db.entrant.findUniqueOrThrow({ where: { slug }, select: { id: true } });
  return id;
}

/** Whether a creation is there already, whatever came of it. */
export async function isMade(
  place: { entrantId: string; promptId: string; trackSlug: string; replicate: number },
  db: Db = defaultDb,
): Promise<boolean> {
  return (await db.creation.count({ where: place })) > 0;
}
