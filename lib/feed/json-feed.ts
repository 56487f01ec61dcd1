import type { EntrantFeed } from "@/lib/feed/entrant-feed";

/** The same as a JSON Feed 1.1 (jsonfeed.org) at `selfUrl`. */
export function toJsonFeed({ title, description, homeUrl, items }: EntrantFeed, selfUrl: string) {
  return {
    version: "https://jsonfeed.org/version/1.1",
    ...{ title, description, language: "en" },
    home_page_url: homeUrl,
    feed_url: selfUrl,
    authors: [{ name: "Polyduel" }],
    items: items.map(({ url, title: name, summary, addedAt }) => ({
      ...{ id: url, url, title: name },
      content_text: summary,
      date_published: addedAt.toISOString(),
    })),
  };
}
