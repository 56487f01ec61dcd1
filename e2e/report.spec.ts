import { signIn } from "./fixtures/signed-in";
import { expect, test } from "./fixtures/test";
import { expectNoViolations, openBattle } from "./fixtures/viewers";

test("A voter reports an object from the reveal; a maintainer hides it, and it is gone", async ({
  page,
  browser,
  arena,
}) => {
  const { battleId } = await openBattle(page);
  const early = { reason: "broken" };
  const url = `/api/battles/${battleId}/left/reports`;
  const headers = { origin: arena.url };
  expect((await page.request.post(url, { data: early, headers })).status()).toBe(409);
  await page.getByRole("button", { name: "A is better" }).click();
  await page.getByRole("button", { name: "Code" }).click();
  const inside = page.getByRole("article", { name: /^Creation A, by/ });
  await inside.getByText("Report creation A").click();
  await inside.getByRole("button", { name: "Send the report" }).click();
  // Nothing is sent without a reason.
  await expect(inside.getByRole("radio", { name: /broken/ })).toBeFocused();
  await inside.getByRole("radio", { name: /offensive/ }).check();
  await inside.getByLabel("More, if it helps").fill("It <b>says</b> something.");
  await expectNoViolations(page);
  await inside.getByRole("button", { name: "Send the report" }).click();
  await expect(inside.getByText("A maintainer will look at it.")).toBeVisible();

  const [battle] = await arena.sql(
    `SELECT b.left_creation_id AS id, p.title FROM battles b JOIN prompts p ON p.id = b.prompt_id WHERE b.id = $1`,
    [battleId],
  );
  const maintainer = await browser.newContext({ baseURL: arena.url });
  const { email } = await signIn(maintainer, arena, "maintainer");
  const desk = await maintainer.newPage();
  await desk.goto("/admin/reports");
  const reported = desk.getByRole("article", { name: new RegExp(`^${battle?.title} by`) });
  await expect(reported).toContainText("Offensive");
  await expect(reported).toContainText("It <b>says</b> something.");
  await expectNoViolations(desk);
  await reported.getByRole("button", { name: /^Hide/ }).click();
  await desk.getByRole("dialog").getByRole("button", { name: "Hide" }).click();
  await expect(desk.getByText("No report waits for an answer.")).toBeVisible();

  const stranger = await browser.newContext({ baseURL: arena.url });
  for (const path of [`/creations/${battle?.id}`, `/api/creations/${battle?.id}/poster/0`])
    expect((await stranger.request.get(path)).status(), path).toBe(404);
  await desk.goto("/admin/audit");
  await expect(desk.getByRole("table").getByText("Settled reports").first()).toBeVisible();
  await expect(desk.getByText(email).first()).toBeVisible();
  await arena.sql("UPDATE creations SET hidden_at = NULL, hidden_reason = NULL WHERE id = $1", [
    battle?.id,
  ]);
  await stranger.close();
  await maintainer.close();
});

test("A reader reports a creation from its page by keyboard, and it can be kept", async ({
  page,
  context,
  arena,
}) => {
  const [creation] = await arena.sql(
    "SELECT id FROM creations WHERE status = 'ok' AND hidden_at IS NULL ORDER BY id DESC LIMIT 1",
  );
  await page.goto(`/creations/${creation?.id}`);
  await page.getByText("Report this creation").focus();
  await page.keyboard.press("Enter");
  await page.getByRole("radio", { name: /tells who made it/ }).focus();
  await page.keyboard.press("Space");
  await page.getByLabel("More, if it helps").press("Tab");
  await page.keyboard.press("Enter");
  await expect(page.getByText("A maintainer will look at it.")).toBeVisible();

  await signIn(context, arena, "owner");
  await page.goto("/admin/reports");
  await expect(page.getByText("Tells who made it")).toBeVisible();
  await page.getByRole("button", { name: /^Keep/ }).click();
  await page.getByRole("dialog").getByRole("button", { name: "Close the reports" }).click();
  await expect(page.getByText("No report waits for an answer.")).toBeVisible();
  expect((await page.request.get(`/creations/${creation?.id}`)).status()).toBe(200);
});

test("A report is refused from another site, of another thing, or with other words", async ({
  page,
  arena,
}) => {
  const [creation] = await arena.sql("SELECT id FROM creations WHERE status = 'ok' LIMIT 1");
  const post = async (path: string, data: unknown, origin: string) =>
    (await page.request.post(path, { data, headers: { origin } })).status();
  const url = `/api/creations/${creation?.id}/reports`;
  const report = { reason: "broken" };
  expect(await post(url, report, "https://elsewhere.example")).toBe(403);
  expect(await post(url, { reason: "ugly" }, arena.url)).toBe(400);
  expect(await post(url, { reason: "broken", note: "x".repeat(501) }, arena.url)).toBe(400);
  expect(await post("/api/creations/nothing/reports", report, arena.url)).toBe(404);
  expect(await post(url, report, arena.url)).toBe(204);
  await arena.sql("DELETE FROM reports");
});
