import type { Request } from "@playwright/test";
import sharp from "sharp";
import { expect, test } from "./fixtures/test";
import { expectNoViolations, openBattle } from "./fixtures/viewers";

function isServing(request: Request): boolean {
  return request.url().endsWith("/api/battles") && request.method() === "POST";
}

test("After the vote both scripts can be read, and the two entrants compared", async ({ page }) => {
  const { battleId } = await openBattle(page);
  expect((await page.request.get(`/api/battles/${battleId}/record`)).status()).toBe(409);
  await page.getByRole("button", { name: "A is better" }).click();
  await page.getByRole("button", { name: "Code" }).click();
  const dialog = page.getByRole("dialog", { name: "Inside both creations" });
  await expect(dialog.getByText(/triangles · .* kB · .* lines · Blender/)).toBeVisible();
  const script = dialog.getByRole("region", { name: "Script of creation A" });
  await expect(script).toContainText("import bpy");
  await expect(script.locator(".hljs-keyword").first()).toBeVisible();
  await expectNoViolations(page);
  await dialog.getByRole("tab", { selected: true }).press("ArrowRight");
  await expect(dialog.getByRole("region", { name: "Script of creation B" })).toBeVisible();
  await page.keyboard.press("Escape");
  await expect(dialog).toBeHidden();

  await page.getByRole("link", { name: "Compare" }).click();
  await expect(page.getByText("Head to head")).toBeVisible();
  await expect(page).toHaveTitle(/ against .* · Polyduel/);
  await expect(page.getByRole("table")).toContainText("Text to 3D");
  await expectNoViolations(page);
});

test("A battle's address names nobody before the vote, and shows all of it to anybody after", async ({
  page,
  browser,
  arena,
}) => {
  const { battleId } = await openBattle(page);
  const [names] = await arena.sql(
    `SELECT le.name AS left, re.name AS right, le.slug AS left_slug, re.slug AS right_slug
     FROM battles b JOIN entrants le ON le.id = b.left_entrant_id JOIN entrants re ON re.id = b.right_entrant_id
     WHERE b.id = $1`,
    [battleId],
  );
  const stranger = await (await browser.newContext({ baseURL: arena.url })).newPage();
  await stranger.goto(`/battles/${battleId}`);
  await expect(stranger.getByRole("heading", { level: 1 })).toHaveText(/Nobody has decided/);
  const sealed = await (await stranger.request.get(`/battles/${battleId}`)).text();
  for (const name of Object.values(names ?? {})) expect(sealed).not.toContain(String(name));
  const blank = await stranger.request.get(`/battles/${battleId}/opengraph-image`);
  expect(blank.headers()["content-type"]).toBe("image/png");
  await expectNoViolations(stranger);

  await page.getByRole("button", { name: "B is better" }).click();
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  await stranger.goto(`/battles/${battleId}`);
  await expect(stranger.getByText("The voter preferred B.")).toBeVisible();
  for (const name of [names?.left, names?.right])
    await expect(stranger.getByRole("heading", { name: String(name) })).toBeVisible();
  await expect(stranger.getByRole("img")).toHaveCount(8);
  const isLoaded = (image: Element) => (image as HTMLImageElement).naturalWidth === 512;
  for (const image of await stranger.getByRole("img").all()) {
    await image.scrollIntoViewIfNeeded();
    await expect.poll(() => image.evaluate(isLoaded)).toBe(true);
  }
  await expectNoViolations(stranger);

  const address = await stranger.locator('meta[property="og:image"]').getAttribute("content");
  const preview = await stranger.request.get(new URL(String(address)).pathname);
  const picture = await preview.body();
  expect(await sharp(picture).metadata()).toMatchObject({ width: 1200, height: 630 });
  expect(picture.equals(await blank.body())).toBe(false);

  for (const path of [
    `/entrants/${names?.left_slug}`,
    `/entrants/${names?.right_slug}`,
    `/compare/${names?.left_slug}/${names?.right_slug}`,
  ])
    await expect(stranger.locator(`main a[href="${path}"]`)).toBeVisible();
  await stranger.getByRole("link", { name: "downloads of A" }).click();
  await expect(stranger).toHaveURL(/\/creations\//);
  await expect(stranger.getByRole("heading", { level: 1 })).toContainText(String(names?.left));

  expect((await stranger.goto("/battles/nothing"))?.status()).toBe(404);
  await stranger.context().close();
});

test("The next battle is reserved and its objects fetched while the names are read", async ({
  page,
  arena,
}) => {
  const { battleId } = await openBattle(page);
  const reserving = page.waitForResponse(
    (response) =>
      isServing(response.request()) && response.request().postDataJSON()?.prefetch === true,
  );
  await page.getByRole("button", { name: "Tie" }).click();
  const reserved = await (await reserving).json();
  expect(reserved.battleId).not.toBe(battleId);
  const fetched = new Set<string>();
  page.on("requestfinished", (request) => fetched.add(new URL(request.url()).pathname));
  await expect
    .poll(() => [reserved.left.glbUrl, reserved.right.glbUrl].every((url) => fetched.has(url)))
    .toBe(true);
  const [row] = await arena.sql("SELECT shown_at FROM battles WHERE id = $1", [reserved.battleId]);
  expect(row?.shown_at).toBeNull();

  const showing = page.waitForResponse((response) => isServing(response.request()));
  await page.getByRole("button", { name: "Next battle" }).click();
  expect((await (await showing).json()).battleId).toBe(reserved.battleId);
  await expect(page.getByRole("button", { name: "A is better" })).toBeEnabled();
  // From the browser's own store: the server was asked once for each file.
  const [count] = await arena.sql("SELECT count(*)::int AS skips FROM skips WHERE battle_id = $1", [
    reserved.battleId,
  ]);
  expect(count?.skips).toBe(0);
});

test("Whoever asked to save data gets nothing ahead", async ({ page }) => {
  await page.addInitScript(() => {
    Object.defineProperty(navigator, "connection", { value: { saveData: true } });
  });
  await openBattle(page);
  const asked: Request[] = [];
  page.on("request", (request) => asked.push(request));
  await page.getByRole("button", { name: "Tie" }).click();
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  await page.waitForTimeout(2_000);
  expect(asked.filter(isServing)).toHaveLength(0);
});

test("The address of a battle goes into the clipboard", async ({ page, context }) => {
  await context.grantPermissions(["clipboard-read", "clipboard-write"]);
  const { battleId } = await openBattle(page);
  await page.getByRole("button", { name: "Both bad" }).click();
  await page.getByRole("button", { name: "Copy link" }).click();
  await expect(page.getByRole("button", { name: "Copied" })).toBeVisible();
  const address = await page.evaluate(() => navigator.clipboard.readText());
  expect(new URL(address).pathname).toBe(`/battles/${battleId}`);
});
