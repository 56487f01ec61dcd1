import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/feed/site-url";
import { listSitemapEntries, listSitemapParts } from "@/lib/feed/sitemap-data";

/** Not at build time, which has no database. */
export const dynamic = "force-dynamic";

export async function generateSitemaps(): Promise<{ id: string }[]> {
  return (await listSitemapParts()).map((id) => ({ id }));
}

/** One file of the sitemap, at /sitemap/<part>.xml. */
export default async function sitemap({
  id,
}: {
  id: Promise<string>;
}): Promise<MetadataRoute.Sitemap> {
  return (await listSitemapEntries(await id)).map(({ path, changedAt }) => ({
    url: siteUrl(path),
    lastModified: changedAt,
  }));
}
