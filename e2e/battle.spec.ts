import type { Page } from "@playwright/test";
import { intersectionOverUnion, silhouetteOf } from "./fixtures/silhouette";
import { expect, test } from "./fixtures/test";
import { creation, openBattle } from "./fixtures/viewers";

/** What lies over a canvas is not the object. */
async function hideOverlays(page: Page): Promise<void> {
  await page.addStyleTag({ content: "[role=toolbar] { visibility: hidden !important; }" });
}

test("A voter compares two objects, votes, and finds the vote on the board and in the CSV", async ({
  page,
  arena,
}) => {
  const battle = await openBattle(page);
  await expect(page.getByText(battle.prompt.title, { exact: false }).first()).toBeVisible();
  const before = (await (await page.request.get("/api/leaderboard")).json()).votes;

  await page.getByRole("button", { name: "A is better" }).click();
  const [stored] = await arena.sql(
    `SELECT le.name AS left_name, re.name AS right_name, le.slug AS left_slug, re.slug AS right_slug
     FROM battles b JOIN entrants le ON le.id = b.left_entrant_id JOIN entrants re ON re.id = b.right_entrant_id
     WHERE b.id = $1`,
    [battle.battleId],
  );
  await expect(page.getByText(String(stored?.left_name)).first()).toBeVisible();
  await expect(page.getByText(String(stored?.right_name)).first()).toBeVisible();
  await expect(page.getByRole("button", { name: "Next battle" })).toBeFocused();

  await expect
    .poll(async () => (await (await page.request.get("/api/leaderboard")).json()).votes)
    .toBe(before + 1);
  await page.getByRole("link", { name: "Leaderboard" }).first().click();
  await expect(page.getByRole("heading", { name: /leaderboard/i })).toBeVisible();
  await expect(page.getByText(new RegExp(`${before + 1} votes?`)).first()).toBeVisible();

  const csv = await (await page.request.get("/api/votes/export?format=csv")).text();
  const [header = "", ...lines] = csv.trimEnd().split("\n");
  const names = header.split(",");
  const values = lines.find((line) => line.includes(battle.battleId))?.split(",") ?? [];
  const row = Object.fromEntries(names.map((name, index) => [name, values[index]]));
  expect(row).toMatchObject({
    battle_id: battle.battleId,
    prompt: battle.prompt.slug,
    left_entrant: stored?.left_slug,
    right_entrant: stored?.right_slug,
    outcome: "left",
    viewer: "webgl",
    shading: "clay",
    device: "fine",
    counted: "t",
  });
});

test("Each canvas shows its own side's object, as the posters do", async ({ page }) => {
  const battle = await openBattle(page);
  const posters = await Promise.all(
    (["left", "right"] as const).map(async (side) =>
      silhouetteOf(await (await page.request.get(battle[side].posterUrls[0])).body()),
    ),
  );
  await hideOverlays(page);
  for (const [own, side] of (["left", "right"] as const).entries()) {
    const canvas = creation(page, side).locator("canvas");
    const shown = await silhouetteOf(await canvas.screenshot());
    const match = intersectionOverUnion(shown, posters[own] ?? []);
    const mismatch = intersectionOverUnion(shown, posters[1 - own] ?? []);
    expect(match).toBeGreaterThanOrEqual(0.9);
    expect(mismatch).toBeLessThan(match);
  }
});

test("A voter needs no mouse: votes and goes on by keyboard alone", async ({ page, arena }) => {
  const seen = new Set<string>();
  for (const [key, outcome] of [
    ["b", "right"],
    ["t", "tie"],
    ["x", "both_bad"],
  ] as const) {
    const battle = seen.size === 0 ? await openBattle(page) : await nextBattle(page);
    seen.add(battle.battleId);
    await page.keyboard.press(key);
    await expect(page.getByRole("button", { name: "Next battle" })).toBeFocused();
    const rows = await arena.sql("SELECT outcome FROM votes WHERE battle_id = $1", [
      battle.battleId,
    ]);
    expect(rows).toEqual([{ outcome }]);
  }
  expect(seen.size).toBe(3);

  async function nextBattle(on: Page) {
    const serving = on.waitForResponse((response) => response.url().endsWith("/api/battles"));
    await on.keyboard.press("Enter");
    const battle = await (await serving).json();
    await expect(on.getByRole("button", { name: "A is better" })).toBeEnabled();
    return battle;
  }
});

test("Arrow keys orbit the focused viewer, R brings the first view back", async ({ page }) => {
  await openBattle(page);
  await hideOverlays(page);
  const canvas = creation(page, "left").locator("canvas");
  const look = async () => silhouetteOf(await canvas.screenshot());
  // Before the first look, because the ring of the focus is in the picture too.
  await page.getByLabel(/Interactive 3D view of creation A/).focus();
  const first = await look();
  const likeness = async () => intersectionOverUnion(first, await look());
  for (let turn = 0; turn < 4; turn++) await page.keyboard.press("ArrowRight");
  await expect.poll(likeness).toBeLessThan(0.97);
  await page.keyboard.press("r");
  await expect.poll(likeness).toBeGreaterThan(0.98);
});

test("Skipping records a skip, no vote, and brings another battle", async ({ page, arena }) => {
  const battle = await openBattle(page);
  const serving = page.waitForResponse(
    (response) => response.url().endsWith("/api/battles") && response.status() === 201,
  );
  await page.getByRole("button", { name: /Skip/ }).click();
  const next = await (await serving).json();
  expect(next.battleId).not.toBe(battle.battleId);
  expect(
    await arena.sql("SELECT 1 FROM skips WHERE battle_id = $1", [battle.battleId]),
  ).toHaveLength(1);
  expect(
    await arena.sql("SELECT 1 FROM votes WHERE battle_id = $1", [battle.battleId]),
  ).toHaveLength(0);
});

test("A reload shows the same battle", async ({ page }) => {
  const first = await openBattle(page);
  const second = await openBattle(page);
  expect(second.battleId).toBe(first.battleId);
});

test("Both viewers and all verdicts are in view at 1280 × 720 without scrolling", async ({
  page,
}) => {
  await openBattle(page);
  for (const side of ["left", "right"] as const)
    await expect(creation(page, side)).toBeInViewport({ ratio: 1 });
  for (const name of ["A is better", "Tie", "B is better", "Both bad", "Skip"])
    await expect(page.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
});

test("The vote survives a lost answer: the retry is taken as success", async ({ page, arena }) => {
  const battle = await openBattle(page);
  let dropped = 0;
  await page.route("**/vote", async (route) => {
    if (dropped > 0) return route.fallback();
    dropped += 1;
    // The server stores the vote, the browser never hears of it.
    await route.fetch();
    await route.abort("connectionreset");
  });
  await page.getByRole("button", { name: "B is better" }).click();
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  expect(dropped).toBe(1);
  const rows = await arena.sql("SELECT outcome FROM votes WHERE battle_id = $1", [battle.battleId]);
  expect(rows).toEqual([{ outcome: "right" }]);
});

test("A refused vote is taken back, with the server's reason", async ({ page, arena }) => {
  const battle = await openBattle(page);
  await arena.sql("UPDATE battles SET expires_at = now() - interval '1 second' WHERE id = $1", [
    battle.battleId,
  ]);
  await page.getByRole("button", { name: "Tie" }).click();
  await expect(page.getByText(/expired/i).first()).toBeVisible();
  expect(
    await arena.sql("SELECT 1 FROM votes WHERE battle_id = $1", [battle.battleId]),
  ).toHaveLength(0);
});

test("An object that does not load says so; retrying shows it", async ({ page }) => {
  let isBroken = true;
  await page.route("**/left.glb", (route) => (isBroken ? route.abort("failed") : route.fallback()));
  await page.goto("/");
  await expect(creation(page, "left")).toHaveAttribute("data-state", "failed");
  await expect(page.getByRole("button", { name: "A is better" })).toBeDisabled();
  isBroken = false;
  await page.getByRole("button", { name: /retry|try again/i }).click();
  await expect(creation(page, "left")).toHaveAttribute("data-state", "shown");
  await expect(page.getByRole("button", { name: "A is better" })).toBeEnabled();
});

test("Without WebGL the posters stand in, and the vote says so", async ({ page, arena }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
    Reflect.deleteProperty(window, "OffscreenCanvas");
  });
  const serving = page.waitForResponse((response) => response.url().endsWith("/api/battles"));
  await page.goto("/");
  const battle = await (await serving).json();
  for (const side of ["left", "right"] as const)
    await expect(creation(page, side)).toHaveAttribute("data-state", "posters");
  await page.getByRole("button", { name: "A is better" }).click();
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  const rows = await arena.sql("SELECT viewer FROM votes WHERE battle_id = $1", [battle.battleId]);
  expect(rows).toEqual([{ viewer: "posters" }]);
});

test("Whoever has seen every pair is thanked and shown the board", async ({ page, arena }) => {
  await page.goto("/");
  await expect(page.getByRole("button", { name: /Skip/ })).toBeVisible();
  // Thousands of skips would do it too.
  for (let round = 0; round < 400; round++) {
    const response = await page.request.post("/api/battles", { data: {} });
    if (response.status() === 404) break;
    const { battleId } = await response.json();
    await page.request.post(`/api/battles/${battleId}/skip`);
  }
  await page.reload();
  await expect(page.getByRole("link", { name: /leaderboard/i }).last()).toBeVisible();
  await expect(page.getByText(/every pair|seen them all|thank/i).first()).toBeVisible();
  expect(arena.url).toContain("localhost");
});

test("A network that is cut in the middle costs no vote, and the arena goes on when it is back", async ({
  page,
  context,
  arena,
}) => {
  const battle = await openBattle(page);
  await context.setOffline(true);
  await page.getByRole("button", { name: "B is better" }).click();
  await expect(page.getByText("Still sending your vote…").first()).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  const rows = await arena.sql("SELECT outcome FROM votes WHERE battle_id = $1", [battle.battleId]);
  expect(rows).toEqual([{ outcome: "right" }]);

  await context.setOffline(true);
  await page.getByRole("button", { name: "Next battle" }).click();
  await expect(page.getByRole("heading", { name: /offline/i })).toBeVisible();
  await context.setOffline(false);
  await expect(page.getByRole("button", { name: "A is better" })).toBeEnabled();
});
