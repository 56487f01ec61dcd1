import { request as apiRequest, type Locator, type Page } from "@playwright/test";
import { castVotes } from "./fixtures/cast-votes";
import { expectShown, expectTurned, openerOf, viewOf } from "./fixtures/single-views";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

test.beforeAll(({ arena }) => castVotes(arena, 40));

function galleryOf(page: Page): Locator {
  return page.getByRole("region", { name: "Creations" });
}

test("From an entrant's name on the board to its objects, their viewer and their script", async ({
  page,
}) => {
  await page.goto("/leaderboard");
  await page.getByRole("link", { name: "Sample: bevels and curves" }).first().click();
  await expect(page.getByRole("heading", { level: 1 })).toHaveText("Sample: bevels and curves");
  await openerOf(page, "Sea turtle").click();
  await expectShown(viewOf(page, "Sea turtle"));
  await galleryOf(page).getByRole("link", { name: "Sea turtle", exact: true }).click();
  await expect(page).toHaveURL(/\/creations\//);
  await expect(page.getByRole("region", { name: "Source of the script" })).toContainText(
    "import bpy",
  );
});

test("Its record is that of the leaderboard, and every figure leads on", async ({
  page,
  arena,
}) => {
  const [counted] = await arena.sql(
    `SELECT sum(left_wins + right_wins + ties + both_bad)::int AS votes, sum(both_bad)::int AS bad
     FROM tallies t JOIN entrants e ON e.id IN (t.left_entrant_id, t.right_entrant_id) WHERE e.slug = 'sample-careless'`,
  );
  await page.goto("/entrants/sample-careless");
  const record = page.getByRole("region", { name: "Record by board" });
  await expect(record.getByRole("row").nth(1)).toContainText(`All tracks${counted?.votes}`);
  const ratings = page.getByRole("region", { name: "Ratings by board" });
  await expect(ratings.getByRole("row").nth(1)).toContainText(String(counted?.votes));
  await expect(ratings.getByRole("row").nth(1)).toContainText(/of 4/);
  const opponents = page.getByRole("region", { name: "Record by opponent" }).getByRole("row");
  await expect(opponents).toHaveCount(4);
  for (const slug of ["sample-blockout", "sample-sculptor", "sample-parametric"])
    await expect(page.locator(`a[href="/compare/sample-careless/${slug}"]`)).toBeVisible();
  expect(Number(counted?.bad)).toBeGreaterThan(0);
  await expect(page.locator('a[href$="?outcome=both_bad"]').first()).toBeVisible();
  for (const id of ["ratings", "battles", "both-bad", "gallery", "prompts", "head-to-head"])
    await expect(page.locator(`#${id}`)).toBeVisible();
  await page.locator('a[href="/compare/sample-careless/sample-blockout"]').click();
  await expect(page).toHaveURL("/compare/sample-careless/sample-blockout");
});

test("Failures are told by family with their error, and lead to the creations", async ({
  page,
}) => {
  await page.goto("/entrants/sample-careless#failures");
  const failures = page.getByRole("region", { name: "Failures" });
  await expect(failures).toContainText("2 of 12 creations have no object: 83 % executed");
  await expect(failures).toContainText("bpy.ops.mesh.bevel.poll() failed");
  await failures.getByRole("link", { name: "The one creation" }).first().click();
  await expect(page).toHaveURL(/show=exec_error\.\w+#gallery/);
  const cards = galleryOf(page).getByRole("listitem");
  await expect(cards).toHaveCount(1);
  await expect(cards).toContainText("The script raised an error.");
  await page.getByRole("link", { name: /^Failed/ }).click();
  await expect(cards).toHaveCount(12);
  await page.getByRole("link", { name: /^organic/i }).click();
  await expect(cards).toHaveCount(4);
  await page.goto("/entrants/sample-blockout#failures");
  await expect(page.getByText("No failures: every creation has an object.")).toBeVisible();
});

test("A gallery opens four viewers at most, and they turn together unless told otherwise", async ({
  page,
}) => {
  await page.goto("/entrants/sample-sculptor");
  const titles = ["Windsor armchair", "Cactus in a pot", "Sea turtle", "Lighthouse on a rock"];
  for (const title of titles) {
    await openerOf(page, title).click();
    await expectShown(viewOf(page, title));
  }
  const [first = "", second = ""] = titles;
  const home = await viewOf(page, first).getAttribute("data-orbit");
  await viewOf(page, first).getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  const turned = await expectTurned(viewOf(page, second), home);
  await viewOf(page, second).getByRole("button", { name: "Link cameras" }).click();
  await viewOf(page, first).getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  await expectTurned(viewOf(page, first), turned);
  await expect(viewOf(page, second)).toHaveAttribute("data-orbit", String(turned));

  await openerOf(page, "Old stone bridge").click();
  await expectShown(viewOf(page, "Old stone bridge"));
  await expect(viewOf(page, first)).toHaveCount(0);
  await expect(openerOf(page, first)).toBeVisible();
  await expect(page.getByRole("img", { name: new RegExp(`^${first} by`) })).toBeVisible();
  expect(await page.locator("canvas").count()).toBe(titles.length);
});

test("While a battle is open nothing of its prompt is shown here, and after it everything", async ({
  page,
  arena,
}) => {
  await page.goto("/entrants/sample-sculptor");
  const { battleId, prompt } = await (await page.request.post("/api/battles", { data: {} })).json();
  const [row] = await arena.sql(
    `SELECT c.id, c.triangles, a.script FROM creations c JOIN entrants e ON e.id = c.entrant_id
     JOIN prompts p ON p.id = c.prompt_id JOIN attempts a ON a.creation_id = c.id
     WHERE e.slug = 'sample-sculptor' AND p.slug = $1`,
    [prompt.slug],
  );
  const id = String(row?.id);
  const words = /Withheld until your battle on this prompt is over, in half an hour at the latest/;

  // The page was read before the battle began: its viewer is refused the file.
  await openerOf(page, prompt.title).click();
  await expect(viewOf(page, prompt.title)).toContainText(words);

  await page.reload();
  const card = galleryOf(page).getByRole("listitem").filter({ hasText: prompt.title });
  await expect(card).toContainText(words);
  for (const role of ["link", "img", "button"] as const)
    await expect(card.getByRole(role)).toHaveCount(0);
  const gallery = await (await page.request.get("/entrants/sample-sculptor")).text();
  expect(gallery).not.toContain(id);

  const address = `/creations/${id}`;
  const sealed = await page.request.get(address);
  expect(sealed.status()).toBe(200);
  const html = await sealed.text();
  expect(html).toContain("Finish your own battle first");
  const secrets = [
    Number(row?.triangles).toLocaleString("en"),
    String(row?.triangles),
    String(row?.script).split("\n")[0] ?? "",
    "Sample: bevels and curves",
    "sample-sculptor",
  ];
  for (const secret of secrets) expect(html).not.toContain(secret);
  for (const file of ["poster/0", "glb", "materials", "script"])
    expect((await page.request.get(`/api${address}/${file}`)).status()).toBe(403);
  await page.goto(address);
  await expectNoViolations(page);
  const stranger = await apiRequest.newContext({ baseURL: arena.url });
  expect(await (await stranger.get(address)).text()).toContain("sample-sculptor");
  await stranger.dispose();

  expect((await page.request.post(`/api/battles/${battleId}/skip`)).status()).toBe(204);
  await page.reload();
  await expect(page.getByRole("heading", { level: 1 })).toContainText("Sample: bevels and curves");
  await page.goto("/entrants/sample-sculptor");
  await expect(openerOf(page, prompt.title)).toBeVisible();
});

test("All of it is read with JavaScript off", async ({ browser, arena }) => {
  const context = await browser.newContext({ baseURL: arena.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/entrants/sample-careless");
  await expect(page.getByRole("img", { name: /^Sea turtle by/ })).toBeVisible();
  await expect(page.getByRole("button", { name: /Look around/ })).toHaveCount(0);
  await page.getByRole("link", { name: /^organic/i }).click();
  await galleryOf(page).getByRole("link", { name: "Sea turtle", exact: true }).click();
  await expect(page.getByRole("img", { name: /Sea turtle by/ })).toHaveCount(4);
  await expect(page.getByRole("region", { name: "Source of the script" })).toContainText(
    "import bpy",
  );
  await context.close();
});

test("An entrant that is not there is not found, and a query that makes no sense is as none", async ({
  page,
}) => {
  for (const nobody of ["nobody", "%00"])
    expect((await page.request.get(`/entrants/${nobody}`)).status()).toBe(404);
  await page.goto("/entrants/sample-blockout?track=a&track=b&show=%27;--&after=1&category=A!");
  await expect(page.getByRole("img", { name: / by Sample: block-out$/ })).toHaveCount(12);
});

const SIZES = { desktop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } };

for (const colorScheme of ["light", "dark"] as const)
  for (const [size, viewport] of Object.entries(SIZES))
    test(`Neither page has an axe violation: ${colorScheme}, ${size}`, { tag: "@themes" }, async ({
      page,
      arena,
    }) => {
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize(viewport);
      await page.goto("/entrants/sample-careless");
      await openerOf(page, "Sea turtle").click();
      await expectShown(viewOf(page, "Sea turtle"));
      await expectNoViolations(page);
      const [creation] = await arena.sql("SELECT id FROM creations WHERE status = 'ok' LIMIT 1");
      await page.goto(`/creations/${creation?.id}`);
      await expectNoViolations(page);
      expect(await page.evaluate(() => document.documentElement.scrollWidth <= innerWidth)).toBe(
        true,
      );
    });
