import type { EntrantFeed, FeedItem } from "@/lib/feed/entrant-feed";
import { escapeXml } from "@/lib/feed/escape-xml";

/** An Atom feed (RFC 4287) at `selfUrl`. An entry is known by its entrant's address. */
export function toAtom(
  { title, description, homeUrl, items }: EntrantFeed,
  selfUrl: string,
): string {
  const newest = items[0]?.addedAt ?? new Date(0);
  return `<?xml version="1.0" encoding="utf-8"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="en">
<id>${escapeXml(selfUrl)}</id>
<title>${escapeXml(title)}</title>
<subtitle>${escapeXml(description)}</subtitle>
<updated>${newest.toISOString()}</updated>
<author><name>Polyduel</name></author>
<link rel="self" type="application/atom+xml" href="${escapeXml(selfUrl)}"/>
<link rel="alternate" type="text/html" href="${escapeXml(homeUrl)}"/>
${items.map(toEntry).join("")}</feed>
`;
}

function toEntry({ url, title, summary, addedAt }: FeedItem): string {
  return `<entry>
<id>${escapeXml(url)}</id>
<title>${escapeXml(title)}</title>
<published>${addedAt.toISOString()}</published>
<updated>${addedAt.toISOString()}</updated>
<link rel="alternate" type="text/html" href="${escapeXml(url)}"/>
<summary>${escapeXml(summary)}</summary>
</entry>
`;
}
