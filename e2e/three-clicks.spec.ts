import type { Page } from "@playwright/test";
import { castVotes } from "./fixtures/cast-votes";
import { expect, test } from "./fixtures/test";

const NAME = "Sample: careless";

/** An object stands on the page when one of its pictures has arrived. */
async function expectObject(page: Page): Promise<void> {
  const picture = page.locator('main img[src*="/poster/"]').first();
  await expect(picture).toBeVisible();
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);
}

/** Follows a link of the content; the click counts. */
async function click(page: Page, selector: string): Promise<void> {
  const before = page.url();
  await page.locator(selector).first().click();
  await expect.poll(() => page.url()).not.toBe(before);
}

const GALLERY = 'section:has(> #gallery) a[href^="/creations/"]';
const OPPONENT = 'section:has(> #head-to-head) a[href^="/compare/"]';
const CELL = 'section:has(> #matrix) td a[href^="/compare/"]';
const BATTLE = 'main a[href^="/battles/"]';

/** What each figure of a row leads through, the figure itself being the first click. */
const WALKS = [
  { figure: "its place", label: /^Rank /, further: [GALLERY] },
  { figure: "its rating", label: /^Rating /, further: [GALLERY] },
  { figure: "its battles", label: /^\d+ battles of/, further: [OPPONENT, BATTLE] },
  { figure: "its win rate", label: /won by/, further: [OPPONENT, BATTLE] },
  {
    figure: "its both-bad rate",
    label: /both bad, battles of/,
    further: ['a[href$="?outcome=both_bad"]', BATTLE],
  },
  { figure: "its executability", label: /scripts execute/, further: [GALLERY] },
] as const;

test.beforeAll(({ arena }) => castVotes(arena, 60));

for (const walk of WALKS)
  test(`From ${walk.figure} on the board to objects in three clicks at the most`, async ({
    page,
  }) => {
    await page.goto("/leaderboard");
    const row = page.getByRole("row").filter({ has: page.getByRole("rowheader", { name: NAME }) });
    await row.first().getByRole("link", { name: walk.label }).click();
    await expect(page).toHaveURL(/\/entrants\/sample-/);
    for (const selector of walk.further) await click(page, selector);
    await expectObject(page);
  });

test("From a cell of the matrix to the objects of its battles in two clicks", async ({ page }) => {
  await page.goto("/leaderboard");
  await click(
    page,
    '#matrix ~ * a[href^="/compare/"], section:has(#matrix) td a[href^="/compare/"]',
  );
  await click(page, BATTLE);
  await expectObject(page);
});

test("From the number of votes to the objects of one in three clicks and a look", async ({
  page,
}) => {
  await page.goto("/leaderboard");
  await page.locator('a[href="#matrix"]').first().click();
  await click(page, CELL);
  await click(page, BATTLE);
  await expectObject(page);
});
