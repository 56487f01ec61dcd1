import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import {
  getEntrant,
  getEntrantRecord,
  listEntrantRatings,
  listEntrantScopes,
  listPromptExtremes,
} from "@/lib/entrant/data";
import { getEntrantEffort, listEntrantCreations, listFailures } from "@/lib/entrant/gallery-data";
import type { EntrantPage, GalleryQuery } from "@/lib/entrant/schema";

/** How many best and how many worst prompts are named. */
const EXTREMES = 5;

type PageRequest = { slug: string; voterId: string | null; query: GalleryQuery };

/** Everything that an entrant's page shows to one reader; null when there is no such entrant. */
export async function readEntrantPage(
  { slug, voterId, query }: PageRequest,
  db: Db = defaultDb,
): Promise<EntrantPage | null> {
  const entrant = await getEntrant(slug, db);
  if (!entrant) return null;
  const { id: entrantId } = entrant;
  const [ratings, record, gallery, extremes, scopes, failures, effort] = await Promise.all([
    listEntrantRatings(slug, db),
    getEntrantRecord(entrantId, db),
    listEntrantCreations({ entrant, voterId, query }, db),
    listPromptExtremes({ entrantId, voterId, count: EXTREMES }, db),
    listEntrantScopes(entrantId, db),
    listFailures({ entrantId, voterId }, db),
    getEntrantEffort(entrantId, db),
  ]);
  return { entrant, query, ratings, record, gallery, extremes, scopes, failures, effort };
}
