import { castVotes } from "./fixtures/cast-votes";
import { expect, test } from "./fixtures/test";

const ADDRESSES = [
  ...["/", "/prompts", "/prompts?q=zeppelin", "/prompts/sea-turtle", "/compare"],
  "/compare/sample-parametric/sample-careless?board=text-to-3d/organic",
];

test("Prompts and comparisons fit a phone, and so does the header on the narrowest", async ({
  page,
  arena,
}) => {
  await castVotes(arena, 20);
  for (const width of [390, 320]) {
    await page.setViewportSize({ width, height: 700 });
    for (const address of ADDRESSES) {
      await page.goto(address);
      const scrollWidth = await page.evaluate(() => document.documentElement.scrollWidth);
      expect(scrollWidth, `${address} at ${width}`).toBeLessThanOrEqual(width);
      expect((await page.getByRole("banner").boundingBox())?.height).toBe(56);
      for (const link of await page.getByRole("banner").getByRole("link").all()) {
        const box = await link.boundingBox();
        expect(box?.height).toBe(44);
        expect((box?.x ?? 0) + (box?.width ?? width)).toBeLessThanOrEqual(width);
      }
    }
  }
});

test("The header marks the page that a prompt belongs to", async ({ page }) => {
  await page.goto("/prompts/sea-turtle");
  const link = page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Prompts" });
  await expect(link).toHaveAttribute("aria-current", "true");
  await link.tap();
  await expect(link).toHaveAttribute("aria-current", "page");
});
