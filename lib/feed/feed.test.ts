import { expect, it } from "vitest";
import { toAtom } from "@/lib/feed/atom";
import type { EntrantFeed } from "@/lib/feed/entrant-feed";
import { escapeXml } from "@/lib/feed/escape-xml";
import { toJsonFeed } from "@/lib/feed/json-feed";

const NASTY = `A <b> & "it's" ]]> \u0000\u000b\ud800é😀`;

const feed: EntrantFeed = {
  title: "New & old",
  description: "Who <joined>",
  homeUrl: "https://arena.example/leaderboard",
  items: [
    {
      url: "https://arena.example/entrants/b?x=1&y=2",
      title: NASTY,
      summary: `${NASTY} by <someone>`,
      addedAt: new Date("2026-11-20T12:00:00.500Z"),
    },
    {
      url: "https://arena.example/entrants/a",
      title: "Plain",
      summary: "A model.",
      addedAt: new Date("2026-11-19T12:00:00Z"),
    },
  ],
};

it("escapes what XML reads, and leaves out what it cannot hold", () => {
  expect(escapeXml(NASTY)).toBe("A &lt;b&gt; &amp; &quot;it&apos;s&quot; ]]&gt; é😀");
  expect(escapeXml("tab\tline\nkept \ufffe\uffff")).toBe("tab\tline\nkept ");
});

it("writes an Atom feed whose every text is escaped and whose every tag is closed", () => {
  const xml = toAtom(feed, "https://arena.example/feed.xml");
  expect(
    xml.startsWith(
      '<?xml version="1.0" encoding="utf-8"?>\n<feed xmlns="http://www.w3.org/2005/Atom"',
    ),
  ).toBe(true);
  expect(xml).toContain("<updated>2026-11-20T12:00:00.500Z</updated>\n<author>");
  expect(xml).toContain('href="https://arena.example/entrants/b?x=1&amp;y=2"/>');
  expect(xml).toContain(`<title>${escapeXml(NASTY)}</title>`);
  expect(xml.match(/<entry>/g)).toHaveLength(2);

  const open: string[] = [];
  for (const [, slash, name = "", attributes = ""] of xml.matchAll(/<(\/?)([a-z]+)([^<>]*)>/g)) {
    if (slash) expect(open.pop()).toBe(name);
    else if (!attributes.endsWith("/")) open.push(name);
  }
  expect(open).toEqual([]);
  expect(xml.replace(/<[^<>]*>/g, "")).not.toMatch(/[<>]|&(?!(?:amp|lt|gt|quot|apos);)/);
});

it("writes an Atom feed of nobody yet", () => {
  const xml = toAtom({ ...feed, items: [] }, "https://arena.example/feed.xml");
  expect(xml).toContain("<updated>1970-01-01T00:00:00.000Z</updated>");
  expect(xml).not.toContain("<entry>");
});

it("writes the same as a JSON Feed 1.1", () => {
  const json = toJsonFeed(feed, "https://arena.example/feed.json");
  expect(JSON.parse(JSON.stringify(json))).toMatchObject({
    version: "https://jsonfeed.org/version/1.1",
    title: "New & old",
    feed_url: "https://arena.example/feed.json",
    items: [
      {
        id: "https://arena.example/entrants/b?x=1&y=2",
        title: NASTY,
        date_published: "2026-11-20T12:00:00.500Z",
      },
      { id: "https://arena.example/entrants/a", content_text: "A model." },
    ],
  });
});
