import { expect, test } from "./fixtures/test";

test("On a phone both viewers and all verdicts are in view together", async ({ page }) => {
  await page.goto("/");
  for (const letter of ["A", "B"])
    await expect(page.getByRole("region", { name: `Creation ${letter}` })).toHaveAttribute(
      "data-state",
      "shown",
    );
  await expect(page.getByRole("button", { name: "A is better" })).toBeEnabled();
  for (const letter of ["A", "B"])
    await expect(page.getByRole("region", { name: `Creation ${letter}` })).toBeInViewport({
      ratio: 1,
    });
  for (const name of ["A is better", "Tie", "B is better", "Both bad", "Skip"]) {
    const button = page.getByRole("button", { name });
    await expect(button).toBeInViewport({ ratio: 1 });
    expect((await button.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  }
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});

test("A vote by touch is revealed and recorded as such", async ({ page, arena }) => {
  const serving = page.waitForResponse((response) => response.url().endsWith("/api/battles"));
  await page.goto("/");
  const battle = await (await serving).json();
  await expect(page.getByRole("button", { name: "B is better" })).toBeEnabled();
  await page.getByRole("button", { name: "B is better" }).tap();
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  const rows = await arena.sql("SELECT outcome, device FROM votes WHERE battle_id = $1", [
    battle.battleId,
  ]);
  expect(rows).toEqual([{ outcome: "right", device: "coarse" }]);
});

test("The board fits a phone: the page does not scroll sideways", async ({ page }) => {
  await page.goto("/leaderboard");
  await expect(page.getByRole("table").first()).toBeVisible();
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBeLessThanOrEqual(390);
});
