import type { MetadataRoute } from "next";
import { siteUrl } from "@/lib/feed/site-url";

/** The address of the site is a setting of the server, not of the build. */
export const dynamic = "force-dynamic";

/** Other orders, parts and filters of what a page without them shows. */
const WAYS_THROUGH_LISTS = "before after outcome show sort matrix rows columns".split(" ");

/**
 * Not crawled: the API, where a visit to the first page would open battles, and the endless ways through lists. A
 * battle's own page says "noindex" until its vote; forbidding it here would also forbid its link preview.
 */
export default function robots(): MetadataRoute.Robots {
  return {
    rules: {
      userAgent: "*",
      allow: "/",
      disallow: ["/api/", ...WAYS_THROUGH_LISTS.map((name) => `/*?*${name}=`)],
    },
    sitemap: siteUrl("/sitemap.xml"),
  };
}
