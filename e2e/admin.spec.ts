import type { Page } from "@playwright/test";
import pg from "pg";
import { leaderboardSchema } from "@/lib/leaderboard/schema";
import { openAs, voteAs } from "./fixtures/maintainers";
import { recompute } from "./fixtures/recompute";
import { signIn } from "./fixtures/signed-in";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

/** Snapshots wait while somebody holds it. */
const SNAPSHOT_LOCK = 7_301_002;

async function readBoard(page: Page) {
  return leaderboardSchema.parse(await (await page.request.get("/api/leaderboard")).json());
}

let suspect = "";

test.beforeAll(async ({ arena }) => {
  suspect = await voteAs(arena, 6, 0);
  for (let seed = 1; seed <= 14; seed++) await voteAs(arena, 3, seed);
  await recompute(arena);
});

test("An exclusion changes the open board of a voter within two seconds, and restoring brings back the same digits", async ({
  browser,
  arena,
  page: reader,
}) => {
  const { page, context } = await openAs(browser, arena, "maintainer");
  await reader.goto("/leaderboard");
  const rows = reader.getByRole("table").first().locator("tbody");
  const before = { printed: await rows.innerText(), board: await readBoard(reader) };
  expect(before.board.entrants.filter(({ status }) => status === "rated")).toHaveLength(4);

  await page.goto(`/admin/votes?voter=${suspect}`);
  await expect(page.getByRole("heading", { name: `Voter ${suspect}` })).toBeVisible();
  await page.getByRole("button", { name: "Exclude all 6" }).click();
  await page.getByRole("dialog").getByLabel("Reason").selectOption("Cast by a program");
  const made = page.waitForResponse("**/api/admin/votes/exclude").then(() => performance.now());
  await page.getByRole("dialog").getByRole("button", { name: "Exclude" }).click();
  await expect.poll(() => rows.innerText(), { intervals: [20] }).not.toBe(before.printed);
  const seconds = (performance.now() - (await made)) / 1000;
  test
    .info()
    .annotations.push({ type: "exclusion → open board", description: `${seconds.toFixed(2)} s` });
  expect(seconds).toBeLessThan(2);
  await expect(page.getByText("Excluded", { exact: false }).first()).toBeVisible();
  expect((await readBoard(reader)).votes).toBe(before.board.votes - 6);

  await page.getByRole("button", { name: "Restore all 6" }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Restore" }).click();
  await expect.poll(() => rows.innerText(), { intervals: [20] }).toBe(before.printed);
  const { entrants, matrix, votes, intervals } = await readBoard(reader);
  const { board } = before;
  expect({ entrants, matrix, votes, intervals }).toEqual({
    ...{ entrants: board.entrants, matrix: board.matrix },
    ...{ votes: board.votes, intervals: board.intervals },
  });
  await context.close();
});

test("Ticked votes are excluded and restored by keyboard alone, with a reason or not at all", async ({
  browser,
  arena,
}) => {
  const { page, context } = await openAs(browser, arena, "maintainer");
  await page.goto("/admin/votes");
  const first = page.getByRole("row").nth(1);
  for (const row of [first, page.getByRole("row").nth(2)]) {
    await row.getByRole("checkbox").focus();
    await page.keyboard.press("Space");
  }
  await expect(page.getByText("2 ticked")).toBeVisible();
  const exclude = page.getByRole("button", { name: "Exclude", exact: true });
  await exclude.focus();
  await page.keyboard.press("Enter");
  // The browser itself asks for the reason.
  await expect(page.getByLabel("Reason")).toBeFocused();
  await page.keyboard.type("A test");
  await exclude.focus();
  await page.keyboard.press("Enter");
  await expect(page.getByText("2 votes excluded.")).toBeVisible();
  await expect(first).toContainText("A test");

  await page.goto("/admin/votes?show=excluded");
  await page.getByRole("checkbox", { name: "Every vote shown" }).press("Space");
  await page.getByRole("button", { name: "Restore", exact: true }).press("Enter");
  await expect(page.getByText(/^\d+ votes restored\.$/)).toBeVisible();
  await expect(page.getByText("No vote fits this.")).toBeVisible();
  await context.close();
});

test("A recompute shows its progress to every maintainer, also after a reload", async ({
  browser,
  arena,
}) => {
  const one = await openAs(browser, arena, "maintainer");
  const other = await openAs(browser, arena, "owner");
  await one.page.goto("/admin");
  await other.page.goto("/admin");
  const holder = new pg.Client({ connectionString: arena.settings.DATABASE_URL });
  await holder.connect();
  await holder.query("SELECT pg_advisory_lock($1)", [SNAPSHOT_LOCK]);
  await one.page.getByRole("button", { name: "Recompute now" }).click();
  const atWork = `Asked for by ${one.email}: computing boards, 1 of`;
  for (const { page } of [one, other]) {
    await expect(page.getByText(atWork)).toBeVisible();
    const button = page.getByRole("button", { name: "Recomputing…" });
    await expect(button).toHaveAttribute("aria-disabled", "true");
  }
  await one.page.reload();
  await expect(one.page.getByText(atWork)).toBeVisible();
  await holder.end();
  for (const { page } of [one, other]) {
    await expect(page.getByText(/The last one ended .* ago, after .*, for /)).toBeVisible();
    await expect(page.getByRole("button", { name: "Recompute now" })).toBeVisible();
  }
  await one.context.close();
  await other.context.close();
});

test("The overview follows votes without a reload", async ({ browser, arena }) => {
  const { page, context } = await openAs(browser, arena, "maintainer");
  await page.goto("/admin");
  const counted = async () => {
    const text = await page.getByText(/^[\d,]+ counted in all$/).innerText();
    return Number(text.replaceAll(/\D/g, ""));
  };
  const before = await counted();
  await voteAs(arena, 2, 3);
  await expect.poll(counted).toBe(before + 2);
  await expect(page.getByText("Up to date")).toBeVisible();
  await expect(page.getByText("Alive")).toBeVisible();
  await context.close();
});

const PAGES = ["", "/votes", "/entrants", "/creations", "/runs", "/people", "/audit"];
const SIZES = { desktop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } };

for (const colorScheme of ["light", "dark"] as const)
  for (const [size, viewport] of Object.entries(SIZES))
    test(`No page of /admin has an axe violation or scrolls sideways: ${colorScheme}, ${size}`, {
      tag: "@themes",
    }, async ({ browser, arena }) => {
      const context = await browser.newContext({ baseURL: arena.url, colorScheme, viewport });
      await signIn(context, arena, "owner");
      const page = await context.newPage();
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      const [creation] = await arena.sql("SELECT id FROM creations WHERE status = 'ok' LIMIT 1");
      for (const path of [...PAGES, `/creations/${creation?.id}`, `/votes?voter=${suspect}`]) {
        await page.goto(`/admin${path}`);
        await expectNoViolations(page);
        const overflow = await page.evaluate(
          () => document.documentElement.scrollWidth - window.innerWidth,
        );
        expect(overflow, path).toBeLessThanOrEqual(0);
      }
      await page.getByRole("button", { name: /Exclude all/ }).click();
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectNoViolations(page);
      await context.close();
    });

test("Whoever may not see it gets a page that says so, without a violation", async ({
  browser,
  arena,
}) => {
  const context = await browser.newContext({ baseURL: arena.url });
  await signIn(context, arena, "voter");
  const page = await context.newPage();
  const response = await page.goto("/admin/votes");
  expect(response?.status()).toBe(403);
  await expect(page.getByRole("heading", { name: "Your role may not see this" })).toBeVisible();
  await expect(page.getByRole("navigation", { name: "Administration" })).toHaveCount(0);
  await expectNoViolations(page);
  await context.close();
});
