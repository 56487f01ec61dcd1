import { expect, it } from "vitest";
import { drawBadge } from "@/lib/leaderboard/badge";

const badge = { label: "Polyduel", value: "1087", title: "Opus: 1087", isMuted: false };

function widthOf(svg: string): number {
  return Number(/ width="(\d+)"/.exec(svg)?.[1]);
}

it("shows label and value, and names itself to whoever cannot see it", () => {
  const svg = drawBadge(badge);
  const texts = [...svg.matchAll(/<text [^>]*>([^<]*)<\/text>/g)].map(([, text]) => text);
  expect(texts).toEqual(["Polyduel", "1087"]);
  expect(svg).toContain('role="img" aria-label="Opus: 1087"');
  expect(svg).toContain("<title>Opus: 1087</title>");
  expect(drawBadge({ ...badge, isMuted: true })).not.toBe(svg);
});

it("is as wide as its text", () => {
  const long = drawBadge({
    ...badge,
    label: "Polyduel architectural",
    value: "1087 ± 24 · rank 1–2",
  });
  expect(widthOf(long)).toBeGreaterThan(widthOf(drawBadge(badge)) + 100);
  const texts = [...long.matchAll(/x="(\d+)" y="14" textLength="(\d+)"/g)];
  const ends = texts.map(([, x, length]) => Number(x) + Number(length));
  expect(ends).toHaveLength(2);
  expect(ends[0]).toBeLessThan(Number(texts[1]?.[1]));
  expect(ends[1]).toBeLessThan(widthOf(long));
});

it("escapes markup, and leaves out what XML cannot hold", () => {
  const words = `<script>"&'\u0000\u001b\ud800</title></text>`;
  const svg = drawBadge({ label: words, value: words, title: words, isMuted: false });
  expect(svg).toContain(
    "<title>&lt;script&gt;&quot;&amp;&#39;\ufffd&lt;/title&gt;&lt;/text&gt;</title>",
  );
  expect(svg.match(/<\/title>|<\/text>/g)).toHaveLength(3);
  for (const forbidden of ["<script", "\u0000", "\u001b"]) expect(svg).not.toContain(forbidden);
});
