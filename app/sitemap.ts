import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/feed/site-url";
import { listSitemapEntries } from "@/lib/feed/sitemap-data";

/** Not at build time, which has no database. */
export const dynamic = "force-dynamic";

/** Every page that is worth finding. One file: Next can split it, but then there is no /sitemap.xml. */
export default async function sitemap(): Promise<MetadataRoute.Sitemap> {
  return (await listSitemapEntries()).map(({ path, addedAt }) => ({
    url: siteUrl(path),
    lastModified: addedAt,
  }));
}
