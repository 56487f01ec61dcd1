import { toAtom } from "@/lib/feed/atom";
import { getEntrantFeed } from "@/lib/feed/data";
import { siteUrl } from "@/lib/feed/site-url";
import { route } from "@/lib/http";

export const dynamic = "force-dynamic";

/** New entrants, as Atom. */
export const GET = route(async () => {
  const body = toAtom(await getEntrantFeed(), siteUrl("/feed.xml"));
  return new Response(body, {
    headers: {
      "content-type": "application/atom+xml; charset=utf-8",
      "cache-control": "public, max-age=600",
    },
  });
});
