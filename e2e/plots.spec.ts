import type { Page } from "@playwright/test";
import type { Arena } from "./fixtures/arena";
import { ensureVotes } from "./fixtures/cast-votes";
import { readCsv } from "./fixtures/csv";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

const SIZES = { desktop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } };
const VOTES = 40;

// The first test looks at an arena without a vote.
test.use({ arenaName: "plots" });

/** Brings the arena to so many votes, all of them counted and drawn anew by the worker. */
async function ensurePlots(arena: Arena): Promise<void> {
  await ensureVotes(arena, VOTES);
  const ranks = "/api/leaderboard/plots?plot=rank-distribution";
  await expect
    .poll(async () => (await fetch(arena.url + ranks)).status, { timeout: 60_000 })
    .toBe(200);
}

/** The numbers of a figure's table, row by row, as they are printed. */
async function printedTable(page: Page, title: string): Promise<string[][]> {
  const figure = page.getByRole("figure", { name: title });
  const details = figure.locator("details").filter({ hasText: "Data table" });
  if ((await details.getAttribute("open")) === null) await figure.getByText("Data table").click();
  const rows = figure.getByRole("table").locator("tbody tr");
  return rows.evaluateAll((found) =>
    found.map((row) => [...row.children].map((cell) => cell.textContent ?? "")),
  );
}

async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const [inner, outer] = await page.evaluate(() => [
    document.documentElement.scrollWidth,
    document.documentElement.clientWidth,
  ]);
  expect(inner).toBeLessThanOrEqual(Number(outer));
}

test("Before the first vote every plot says what it waits for", async ({ page }) => {
  await page.goto("/leaderboard/plots");
  await expect(page.getByText("Nothing to draw yet: it begins when two entrants")).toBeVisible();
  await expect(page.getByText("No bootstrap of this board yet")).toBeVisible();
  await expect(page.getByText("No battle was counted yet.")).toBeVisible();
  await expect(page.getByText("Nobody is rated yet").first()).toBeVisible();
  await expect(page.getByRole("img")).toHaveCount(0);
  await expectNoViolations(page);
  const missing = await page.request.get("/api/leaderboard/plots?plot=rank-distribution");
  expect(missing.status()).toBe(404);
});

test("Plots are read without JavaScript: words, table and download say the same", async ({
  arena,
  browser,
}) => {
  await ensurePlots(arena);
  const context = await browser.newContext({ baseURL: arena.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/leaderboard/plots");
  await expect(page.locator("script[src]").first()).toBeAttached();
  const download = async (title: string) => {
    const link = page.getByRole("link", { name: `Download CSV: ${title}` });
    const response = await context.request.get((await link.getAttribute("href")) ?? "");
    expect(response.headers()["content-type"]).toContain("text/csv");
    return readCsv(await response.text());
  };

  const ranks = page.getByRole("img", { name: "Distribution of ranks" });
  await expect(ranks).toHaveAccessibleDescription(/First: .+ of the rounds\./);
  await expect(
    page.getByText(/Bootstrap of \d+ votes through seq \d+, seed 0, 1,000 rounds/),
  ).toBeVisible();
  const shares = await download("Distribution of ranks");
  expect(await printedTable(page, "Distribution of ranks")).toEqual(
    shares.map((row) => [
      row.name,
      ...[row.lower, row.median, row.upper].map((value) => Number(value).toFixed(1)),
      String(Math.round(Number(row.mean_rank) * 1000) / 1000),
      ...shares.map((_, rank) => Number(row[`rank_${rank + 1}`]).toLocaleString("en")),
    ]),
  );

  const battles = await download("Battles by entrant");
  expect(await printedTable(page, "Battles by entrant")).toEqual(
    battles.map((row) => [row.name, row.rank, row.battles]),
  );

  const title = "Rating against executability";
  await expect(page.getByRole("img", { name: title })).toHaveAccessibleDescription(/Pearson r = /);
  const scatter = await download(title);
  expect(await printedTable(page, title)).toEqual(
    scatter.map((row) => [
      ...[row.name, row.rank],
      ...[row.rating, row.lower, row.upper].map((value) => Number(value).toFixed(1)),
      `${(Number(row.executability) * 100).toFixed(1)}\u00a0%`,
    ]),
  );

  const history = await download("Rating over time");
  const [newest] = await printedTable(page, "Rating over time");
  const last = history.at(-1)?.computed_at;
  const drawn = history.filter((row) => row.computed_at === last);
  expect(newest?.slice(2).toSorted()).toEqual(
    drawn.map(({ rating }) => Number(rating).toFixed(1)).toSorted(),
  );
  await context.close();
});

test("The keyboard reaches tables and downloads, and chooses whose lines are drawn", async ({
  page,
  arena,
}) => {
  await ensurePlots(arena);
  await page.goto("/leaderboard/plots");
  const figure = page.getByRole("figure", { name: "Rating over time" });
  const summary = figure.getByText("Data table");
  await summary.focus();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await expect(figure.getByRole("region", { name: "Figures: Rating over time" })).toBeFocused();
  await page.keyboard.press("Tab");
  await expect(figure.getByRole("link", { name: "Download CSV: Rating over time" })).toBeFocused();

  await page.keyboard.press("Tab");
  await expect(page.getByText("Choose entrants")).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.press("Tab");
  await page.keyboard.press("Space");
  const left = page.getByRole("checkbox", { checked: false });
  await expect(left).toHaveCount(1);
  const slug = (await left.getAttribute("value")) ?? "";
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL(/entrants=/);
  expect(new URL(page.url()).searchParams.getAll("entrants")).not.toContain(slug);
  await expect(figure.getByRole("columnheader", { includeHidden: true })).toHaveCount(5);
});

for (const colorScheme of ["light", "dark"] as const)
  for (const [size, viewport] of Object.entries(SIZES))
    test(`Plots have no axe violation and fit the page: ${colorScheme}, ${size}`, {
      tag: "@themes",
    }, async ({ page, arena }) => {
      await ensurePlots(arena);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      for (const address of ["/leaderboard/plots", "/leaderboard/plots?set=3dcodebench"]) {
        await page.goto(address);
        for (const summary of await page.locator("summary").all()) await summary.click();
        await expectNoViolations(page);
        await expectNoSidewaysScroll(page);
      }
    });

test("The published set is named as the paper's, with its own correlations and nothing that needs votes", async ({
  page,
}) => {
  await page.goto("/leaderboard/plots");
  await page.getByRole("link", { name: "3DCodeBench" }).click();
  await expect(page).toHaveURL(/set=3dcodebench/);
  await expect(page.getByText("not Polyduel’s")).toBeVisible();
  await expect(page.getByRole("link", { name: "arXiv:2606.01057" })).toHaveAttribute(
    "href",
    "https://arxiv.org/abs/2606.01057",
  );
  const siglip = page.getByRole("figure", { name: "Rating against SigLIP-2 similarity" });
  await expect(siglip).toContainText("Pearson r = 0.964");
  const dino = page.getByRole("figure", { name: "Rating against DINOv3 similarity" });
  await expect(dino).toContainText("Spearman ρ = 0.972");
  await expect(page.getByRole("figure", { name: "Rating over time" })).toHaveCount(0);
  await expect(page.getByRole("figure", { name: "Distribution of ranks" })).toHaveCount(0);
});

test("Bad addresses are told so", async ({ page }) => {
  for (const query of ["board=no/such", "board=No+Such", "set=other"])
    expect((await page.request.get(`/leaderboard/plots?${query}`)).status()).toBe(404);
  const download = async (query: string) =>
    (await page.request.get(`/api/leaderboard/plots?${query}`)).status();
  expect(await download("plot=nothing")).toBe(404);
  expect(await download("board=no/such&plot=battles")).toBe(404);
  expect(await download("board=all")).toBe(400);
  expect(await download("set=other&plot=battles")).toBe(400);
});
