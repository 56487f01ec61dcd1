import { escapeXml } from "@/lib/feed/escape-xml";
import { siteUrl } from "@/lib/feed/site-url";
import { listSitemapParts } from "@/lib/feed/sitemap-data";
import { route } from "@/lib/http";

export const dynamic = "force-dynamic";

/** The files that the sitemap consists of: Next makes them, but no index of them. */
export const GET = route(async () => {
  const files = (await listSitemapParts()).map(
    (part) => `<sitemap><loc>${escapeXml(siteUrl(`/sitemap/${part}.xml`))}</loc></sitemap>\n`,
  );
  const body = `<?xml version="1.0" encoding="UTF-8"?>
<sitemapindex xmlns="http://www.sitemaps.org/schemas/sitemap/0.9">
${files.join("")}</sitemapindex>
`;
  return new Response(body, {
    headers: { "content-type": "application/xml", "cache-control": "public, max-age=3600" },
  });
});
