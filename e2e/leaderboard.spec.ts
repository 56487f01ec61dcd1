import { request as apiRequest } from "@playwright/test";
import { leaderboardSchema } from "@/lib/leaderboard/schema";
import { expect, test } from "./fixtures/test";

/** Votes as so many new voters, the left side always the better one. */
async function vote(baseURL: string, count: number): Promise<void> {
  for (let index = 0; index < count; index++) {
    const voter = await apiRequest.newContext({ baseURL });
    const { battleId } = await (await voter.post("/api/battles", { data: {} })).json();
    const data = { outcome: index % 4 === 3 ? "tie" : "left" };
    expect((await voter.post(`/api/battles/${battleId}/vote`, { data })).status()).toBe(201);
    await voter.dispose();
  }
}

test("The board is read without JavaScript: ranks, intervals, and the matrix with its counts", async ({
  arena,
  browser,
}) => {
  await vote(arena.url, 24);
  const context = await browser.newContext({ baseURL: arena.url, javaScriptEnabled: false });
  const recomputed = await context.request.post("/api/ratings/recompute", {
    headers: { authorization: `Bearer ${arena.settings.CRON_SECRET}` },
  });
  expect(recomputed.status()).toBe(200);
  const board = leaderboardSchema.parse(
    await (await context.request.get("/api/leaderboard")).json(),
  );
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
  const matrix = page.getByRole("table").last();
  const names = new Map(board.entrants.map(({ slug, name }) => [slug, name]));
  for (const [index, slug] of board.matrix.order.entries()) {
    const rowHeader = page.getByRole("rowheader", { name: names.get(slug) ?? slug });
    const row = matrix.getByRole("row").filter({ has: rowHeader });
    for (const met of board.matrix.battles[index] ?? [])
      if (met !== null) await expect(row).toContainText(String(met));
    expect(board.matrix.battles[index]?.[index]).toBeNull();
  }
  await context.close();
});

test("Boards of a track and of a category have their own address", async ({ page }) => {
  await page.goto("/leaderboard");
  await page.getByRole("link", { name: /organic/i }).click();
  await expect(page).toHaveURL(/board=text-to-3d%2Forganic|board=text-to-3d\/organic/);
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
