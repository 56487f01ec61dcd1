import type { Page } from "@playwright/test";
import {
  createPerson,
  forgiveEverybody,
  newEmail,
  problemOf,
  sendPassword,
} from "./fixtures/people";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

test.beforeEach(({ arena }) => forgiveEverybody(arena));

/** Nothing scrolls sideways, and a thumb hits every button and field. */
async function expectFits(page: Page): Promise<void> {
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
  for (const target of await page.locator("main").locator("button, input:visible").all())
    expect((await target.boundingBox())?.height).toBeGreaterThanOrEqual(44);
  await expectNoViolations(page);
}

test("Signing in, changing the password and signing out fit a phone", async ({ page, arena }) => {
  const email = `${"a-rather-long-name-".repeat(3)}${newEmail()}`;
  await createPerson(arena, { email });
  await page.goto("/leaderboard");
  await page.getByRole("link", { name: "Account" }).tap();
  await expect(page.getByRole("heading", { name: "Sign in" })).toBeVisible();
  await expectFits(page);
  await sendPassword(page, email, "not the password");
  await expect(problemOf(page)).toBeInViewport();
  await expectFits(page);
  await sendPassword(page, email);
  await expect(page.getByRole("heading", { name: "Your account" })).toBeVisible();
  await expectFits(page);
  await page.getByLabel("Current password").fill("not the password");
  await page.getByLabel("New password", { exact: true }).fill("another long password");
  await page.getByLabel("New password again").fill("another long password");
  await page.getByRole("button", { name: "Change the password" }).tap();
  await expect(problemOf(page)).toBeInViewport();
  await expect(page.getByLabel("Current password")).toBeFocused();
  await page.getByRole("button", { name: "Sign out", exact: true }).tap();
  await expect(page.getByRole("status")).toHaveText("You are signed out.");
});
