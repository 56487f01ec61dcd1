import type { GalleryQuery } from "@/lib/entrant/schema";

/** The address of an entrant's gallery under a query. */
export function galleryHref(slug: string, query: GalleryQuery): string {
  const given = Object.entries(query).flatMap(([key, value]) => (value ? [[key, value]] : []));
  const search = new URLSearchParams(given).toString();
  return `/entrants/${slug}${search ? `?${search}` : ""}#gallery`;
}
