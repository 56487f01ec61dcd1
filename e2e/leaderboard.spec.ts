import type { Locator, Page } from "@playwright/test";
import { type Leaderboard, leaderboardSchema } from "@/lib/leaderboard/schema";
import type { Arena } from "./fixtures/arena";
import { BOARD_KINDS } from "./fixtures/board-kinds";
import { castVotes } from "./fixtures/cast-votes";
import { restoreBoards, storeBoards } from "./fixtures/store-boards";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

async function getBoard({ url }: Arena): Promise<Leaderboard> {
  return leaderboardSchema.parse(await (await fetch(`${url}/api/leaderboard`)).json());
}

/** Presses Tab until the focus is there. */
async function tabTo(page: Page, target: Locator): Promise<void> {
  for (let presses = 0; presses < 60; presses++) {
    if (await target.evaluate((element) => element === document.activeElement)) return;
    await page.keyboard.press("Tab");
  }
  throw new Error("The Tab key does not lead there");
}

/** The battles of each entrant, from the top of the ranking down. */
async function battlesColumn(page: Page): Promise<number[]> {
  const texts = await ranking(page)
    .getByRole("link", { name: /^[\d,]+ battles of / })
    .and(page.locator(":visible"))
    .allTextContents();
  return texts.map((text) => Number.parseInt(text.replaceAll(",", ""), 10));
}

function ranking(page: Page): Locator {
  return page.getByRole("table").first();
}

function matrix(page: Page): Locator {
  return page.getByRole("region", { name: /Win-rate matrix/ }).getByRole("table");
}

// A board on which all four samples are rated.
test.beforeAll(({ arena }) => castVotes(arena, 24));

// Other files may be tested in the same arena.
test.afterAll(async ({ arena }) => {
  await restoreBoards(arena);
});

test("The board is read without JavaScript: ranks, intervals, and the matrix with its counts", async ({
  arena,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: arena.url, javaScriptEnabled: false });
  const board = await getBoard(arena);
  expect(board.votes).toBeGreaterThanOrEqual(24);
  const rated = board.entrants.filter(({ status }) => status === "rated");
  expect(rated).toHaveLength(4);
  for (const { rating, lower, upper } of rated) {
    expect(Number(lower)).toBeLessThan(Number(rating));
    expect(Number(upper)).toBeGreaterThan(Number(rating));
  }

  const page = await context.newPage();
  await page.goto("/leaderboard");
  for (const { name, rating } of rated) {
    const row = page.getByRole("row").filter({ hasText: name }).first();
    await expect(row).toContainText(String(Math.round(Number(rating))));
  }
  const names = new Map(board.entrants.map(({ slug, name }) => [slug, name]));
  for (const [index, slug] of board.matrix.order.entries()) {
    const rowHeader = page.getByRole("rowheader", { name: names.get(slug) ?? slug });
    const row = matrix(page).getByRole("row").filter({ has: rowHeader });
    for (const met of board.matrix.battles[index] ?? [])
      if (met !== null) await expect(row).toContainText(String(met));
    expect(board.matrix.battles[index]?.[index]).toBeNull();
  }

  await ranking(page).getByRole("link", { name: "Battles", exact: true }).click();
  await expect(page).toHaveURL(/sort=battles/);
  const battles = await battlesColumn(page);
  expect(battles).toEqual([...battles].sort((one, other) => other - one));
  await page.getByRole("link", { name: "Predicted" }).click();
  await expect(page).toHaveURL(/sort=battles&matrix=predicted/);
  await expect(
    matrix(page).getByRole("link", { name: /% predicted, \d+ battles?: / }),
  ).not.toHaveCount(0);
  await context.close();
});

test("A board is sorted by any column with the keyboard alone, and Back restores the order", async ({
  page,
}) => {
  await page.goto("/leaderboard");
  const header = page.getByRole("columnheader", { name: "Battles" });
  await expect(page.getByRole("columnheader", { name: "Rank" })).toHaveAttribute(
    "aria-sort",
    "ascending",
  );
  await tabTo(page, header.getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/leaderboard?sort=battles");
  await expect(header).toHaveAttribute("aria-sort", "descending");
  const descending = await battlesColumn(page);
  expect(descending).toEqual([...descending].sort((one, other) => other - one));
  await tabTo(page, header.getByRole("link"));
  await page.keyboard.press("Enter");
  await expect(page).toHaveURL("/leaderboard?sort=battles&order=asc");
  await expect(header).toHaveAttribute("aria-sort", "ascending");
  expect(await battlesColumn(page)).toEqual([...descending].reverse());
  await page.goBack();
  await expect(header).toHaveAttribute("aria-sort", "descending");
  for (const name of ["Entrant", "Rating", "Win rate", "Both bad", "Executes"]) {
    await page.getByRole("columnheader", { name }).getByRole("link").click();
    await expect(page.getByRole("columnheader", { name })).toHaveAttribute("aria-sort", /cending$/);
  }
});

test("Every figure leads to what is behind it", async ({ page, arena }) => {
  const { entrants, matrix: cells, votes } = await getBoard(arena);
  await page.goto("/leaderboard?board=text-to-3d");
  for (const { slug, name, battles } of entrants) {
    const row = ranking(page).getByRole("row").filter({ hasText: name }).first();
    const hrefs = await row
      .getByRole("link")
      .evaluateAll((links) => links.map((link) => link.getAttribute("href")));
    expect(hrefs).toEqual([
      ...[`/entrants/${slug}`, `/entrants/${slug}`, `/entrants/${slug}`],
      ...[`/entrants/${slug}#battles`, `/entrants/${slug}#head-to-head`],
      ...[`/entrants/${slug}#both-bad`, `/entrants/${slug}#failures`],
    ]);
    await expect(row.getByRole("link", { name: `${battles} battles of ${name}` })).toBeVisible();
  }
  await page.getByRole("link", { name: `${votes} votes` }).click();
  await expect(page.getByRole("heading", { name: "Win rates" })).toBeInViewport();
  const met = cells.battles.flat().filter((count) => count !== null).length;
  const pairs = matrix(page).getByRole("link", { name: /won in \d+ battles?: .* against / });
  await expect(pairs).toHaveCount(met);
  const [row, column] = cells.order;
  await expect(pairs.first()).toHaveAttribute("href", `/compare/${row}/${column}?board=text-to-3d`);
});

test("The matrix shows observed, predicted and residual wins, and is there as CSV", async ({
  page,
  arena,
}) => {
  const { matrix: cells } = await getBoard(arena);
  await page.goto("/leaderboard");
  const first = matrix(page).getByRole("row").nth(1).getByRole("cell").nth(1);
  await expect(first).toContainText(String(cells.battles[0]?.[1]));
  await page.getByRole("link", { name: "Residual" }).click();
  await expect(page).toHaveURL(/matrix=residual/);
  await expect(page.getByRole("link", { name: "Residual" })).toHaveAttribute(
    "aria-current",
    "true",
  );
  const z = Number(cells.residuals[0]?.[1]);
  await expect(first).toContainText(Math.abs(z).toFixed(1));
  await page.goBack();
  await expect(page.getByRole("link", { name: "Observed" })).toHaveAttribute(
    "aria-current",
    "true",
  );

  const csv = await page.request.get("/api/leaderboard/matrix?board=all");
  expect(csv.headers()["content-type"]).toContain("text/csv");
  const lines = (await csv.text()).trimEnd().split("\r\n");
  expect(lines[0]).toBe("row,column,wins,battles,predicted,residual");
  expect(lines).toHaveLength(1 + cells.battles.flat().filter((count) => count !== null).length);
  const [row, column] = cells.order;
  const figures = [cells.wins, cells.battles, cells.predicted, cells.residuals];
  expect(lines[1]).toBe([row, column, ...figures.map((cell) => cell[0]?.[1])].join(","));
  const json = await page.request.get("/api/leaderboard/matrix?format=json&matrix=residual");
  expect((await json.json()).window.values).toEqual(cells.residuals);
  expect((await page.request.get("/api/leaderboard/matrix?rows=none")).status()).toBe(400);
  expect((await page.request.get("/api/leaderboard/matrix?board=nowhere")).status()).toBe(404);
});

test("Whoever asks again for a board that has not changed is told so", async ({ request }) => {
  const first = await request.get("/api/leaderboard");
  const { etag } = first.headers();
  const again = await request.get("/api/leaderboard", { headers: { "if-none-match": etag ?? "" } });
  expect([again.status(), await again.text()]).toEqual([304, ""]);
});

test("Boards of a track and of a category have their own address, and keep the order", async ({
  page,
}) => {
  await page.goto("/leaderboard?sort=battles&matrix=residual");
  await page.getByRole("link", { name: /organic/i }).click();
  await expect(page).toHaveURL(/board=text-to-3d\/organic&sort=battles&matrix=residual$/);
  await expect(page.getByRole("table").first()).toBeVisible();
  const missing = await page.goto("/leaderboard?board=no/such");
  expect(missing?.status()).toBe(404);
});

test("The samples that fail to execute cost their entrant executability, and nothing else", async ({
  page,
}) => {
  const board = leaderboardSchema.parse(await (await page.request.get("/api/leaderboard")).json());
  const executability = new Map(board.entrants.map((row) => [row.slug, row.executability]));
  expect(executability.get("sample-blockout")).toBe(1);
  expect(executability.get("sample-careless")).toBeCloseTo(10 / 12, 3);
});

/** Puts one of the boards worth a look into the arena. */
async function showBoard(arena: Arena, kind: string): Promise<void> {
  const found = BOARD_KINDS.find(({ name }) => name === kind);
  if (!found) throw new Error(`There is no board called ${kind}`);
  await storeBoards(arena, found.inputs);
}

test("A board of a hundred is read in parts, and its matrix is turned to any of them", async ({
  page,
  arena,
}) => {
  await showBoard(arena, "A hundred entrants");
  await page.goto("/leaderboard");
  await expect(matrix(page).getByRole("row")).toHaveCount(21);
  await expect(ranking(page).getByRole("rowheader")).toHaveCount(100);
  const part = (list: string, name: string) =>
    page.getByRole("list", { name: list }).getByRole("link", { name }).click();
  await part("Rows by rank", "21–40");
  await expect(page).toHaveURL(/rows=21/);
  await part("Columns by rank", "81–100");
  await expect(page).toHaveURL(/rows=21&columns=81/);
  const { entrants } = await getBoard(arena);
  const nameOf = (place: number) => entrants[place - 1]?.name ?? "";
  await expect(matrix(page).getByRole("rowheader").first()).toHaveText(nameOf(21));
  await expect(matrix(page).getByRole("columnheader").last()).toHaveText(nameOf(100));
  await page.goto("/leaderboard?rows=999&columns=0&matrix=residual");
  await expect(matrix(page).getByRole("rowheader").last()).toHaveText(nameOf(100));
  await page.setViewportSize({ width: 390, height: 844 });
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);
});

test("No kind of board or matrix has an axe violation, in both themes and at both sizes", {
  tag: "@themes",
}, async ({ page, arena }) => {
  test.setTimeout(180_000);
  await page.emulateMedia({ reducedMotion: "reduce" });
  for (const [kind, address] of [
    ["Two groups that never met", "/leaderboard"],
    ["Eight entrants", "/leaderboard?sort=battles&matrix=residual"],
  ] as const) {
    await showBoard(arena, kind);
    for (const colorScheme of ["light", "dark"] as const)
      for (const width of [1280, 390]) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: width === 390 ? 844 : 720 });
        await page.goto(address);
        await expectNoViolations(page);
        expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(width);
      }
  }
});
