import sharp from "sharp";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boxGlb, boxMesh, meshGlb } from "@/lib/generation/gate/glb-builder";
import { createPosterStudio, POSTER_SIZE, type Poster } from "@/lib/generation/posters";
import { ToolError } from "@/lib/generation/tool-error";
import { BACKDROP } from "@/lib/viewer/stage";

const CHROMIUM = "/usr/bin/chromium";
const studio = createPosterStudio({ chromiumPath: CHROMIUM, sandbox: "bwrap" });
afterAll(() => studio.close());

/** A tall box, low on the +X side: no two of the views are alike. */
const pillar = () => {
  const { positions, indices } = boxMesh();
  return meshGlb({
    positions: positions.map((value, n) =>
      n % 3 === 1 && (positions[n - 1] ?? 0) < 0 ? value * 3 : value,
    ),
    indices,
  });
};

/** Lossy compression moves a flat backdrop by a level or two, and rings a little around edges. */
const TOLERANCE = 12;

const pixelsOf = async (poster: Poster) => [...(await sharp(poster.bytes).raw().toBuffer())];

/** Columns and rows that the object covers, as shares of the picture. */
async function silhouetteOf(poster: Poster) {
  const pixels = await pixelsOf(poster);
  const backdrop = [1, 3, 5].map((at) => Number.parseInt(BACKDROP.slice(at, at + 2), 16));
  const covered = (n: number) =>
    backdrop.some((value, channel) => Math.abs((pixels[n * 3 + channel] ?? 0) - value) > TOLERANCE);
  const inside = Array.from({ length: POSTER_SIZE ** 2 }, (_, n) => n).filter(covered);
  const columns = inside.map((n) => n % POSTER_SIZE);
  const rows = inside.map((n) => Math.floor(n / POSTER_SIZE));
  const span = (list: number[]) => [
    list.reduce((a, b) => Math.min(a, b)) / POSTER_SIZE,
    (list.reduce((a, b) => Math.max(a, b)) + 1) / POSTER_SIZE,
  ];
  return { x: span(columns), y: span(rows), share: inside.length / POSTER_SIZE ** 2 };
}

describe("the posters of an object", { timeout: 60_000 }, () => {
  let posters: Poster[];
  beforeAll(async () => {
    posters = await studio.draw(pillar(), "clay");
  }, 60_000);

  test("four different pictures", () => {
    expect(new Set(posters.map(({ sha256 }) => sha256)).size).toBe(4);
  });

  test("WebP of 512 × 512 pixels and nothing else", async () => {
    const [first] = posters;
    const metadata = await sharp(first?.bytes).metadata();
    expect(metadata).toMatchObject({ format: "webp", width: 512, height: 512, hasAlpha: false });
    for (const extra of ["exif", "icc", "xmp", "iptc"]) expect(metadata).not.toHaveProperty(extra);
    expect(first?.bytes.toString("latin1", 8, 16)).toBe("WEBPVP8 ");
  });

  test("the object in the middle, whole, in front of exactly the backdrop", async () => {
    for (const poster of posters) {
      const [corner = 0] = await pixelsOf(poster);
      expect(Math.abs(corner - Number.parseInt(BACKDROP.slice(1, 3), 16))).toBeLessThanOrEqual(1);
      const { x, y, share } = await silhouetteOf(poster);
      expect(share).toBeGreaterThan(0.1);
      expect(share).toBeLessThan(0.7);
      for (const [from = 0, to = 0] of [x, y]) {
        expect(from).toBeGreaterThan(0);
        expect(to).toBeLessThan(1);
      }
    }
  });

  test("size and place do not show", async () => {
    const grown = meshGlb(boxMesh(50, [300, -20, 7]));
    const [here, there] = await Promise.all([
      studio.draw(boxGlb(), "clay").then(([first]) => first && silhouetteOf(first)),
      studio.draw(grown, "clay").then(([first]) => first && silhouetteOf(first)),
    ]);
    expect(there?.share).toBeCloseTo(here?.share ?? 0, 2);
  });

  test("the same bytes each time", async () => {
    const again = await studio.draw(pillar(), "clay");
    expect(again.map(({ sha256 }) => sha256)).toEqual(posters.map(({ sha256 }) => sha256));
  });
});

const hashesOf = (posters: Poster[]) => posters.map(({ sha256 }) => sha256);

test("at every level the pictures are the same", { timeout: 60_000 }, async () => {
  const plain = createPosterStudio({ chromiumPath: CHROMIUM, sandbox: "none" });
  const [there, here] = [await plain.draw(boxGlb(), "clay"), await studio.draw(boxGlb(), "clay")];
  await plain.close();
  expect(hashesOf(there)).toEqual(hashesOf(here));
});

test("a file that cannot be drawn is an error, and the next one is drawn", {
  timeout: 60_000,
}, async () => {
  await expect(studio.draw(Buffer.from("no GLB"), "clay")).rejects.toThrow();
  expect(await studio.draw(boxGlb(), "clay")).toHaveLength(4);
});

test("a browser that does not start is the machine's fault", { timeout: 60_000 }, async () => {
  const broken = createPosterStudio({ chromiumPath: "/usr/bin/true", sandbox: "bwrap" });
  await expect(broken.draw(boxGlb(), "clay")).rejects.toThrow(ToolError);
});
