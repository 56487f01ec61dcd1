import { getEntrantFeed } from "@/lib/feed/data";
import { toJsonFeed } from "@/lib/feed/json-feed";
import { siteUrl } from "@/lib/feed/site-url";
import { route } from "@/lib/http";

export const dynamic = "force-dynamic";

/** New entrants, as JSON Feed. */
export const GET = route(async () =>
  Response.json(toJsonFeed(await getEntrantFeed(), siteUrl("/feed.json")), {
    headers: {
      "content-type": "application/feed+json; charset=utf-8",
      "cache-control": "public, max-age=600",
    },
  }),
);
