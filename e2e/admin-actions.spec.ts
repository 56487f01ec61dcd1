import { request as apiRequest } from "@playwright/test";
import { openAs, voteAs } from "./fixtures/maintainers";
import { expect, test } from "./fixtures/test";

test("A paused entrant is in no new battle until it is active again", async ({
  browser,
  arena,
}) => {
  const { page, context } = await openAs(browser, arena, "maintainer");
  await page.goto("/admin/entrants");
  const row = page.getByRole("row").filter({ hasText: "Sample: block-out" });
  const change = async (status: string, reason: string) => {
    await row.getByRole("button", { name: /Change the status/ }).click();
    const dialog = page.getByRole("dialog");
    await dialog.getByLabel("Status").selectOption(status);
    await dialog.getByLabel("Why").fill(reason);
    await dialog.getByRole("button", { name: "Change" }).click();
    await expect(dialog).toBeHidden();
  };
  await change("Paused", "Every second object is cut off");
  await expect(row).toContainText("Paused");
  const drawn = async () => {
    const [now] = await arena.sql("SELECT now() AS since");
    for (let index = 0; index < 12; index++) {
      const voter = await apiRequest.newContext({ baseURL: arena.url });
      expect((await voter.post("/api/battles", { data: {} })).status()).toBe(201);
      await voter.dispose();
    }
    const [count] = await arena.sql(
      `SELECT count(*)::int AS of FROM battles b JOIN entrants e ON e.id IN (b.left_entrant_id, b.right_entrant_id)
       WHERE e.slug = 'sample-blockout' AND b.created_at > $1`,
      [now?.since],
    );
    return Number(count?.of);
  };
  expect(await drawn()).toBe(0);
  await change("Active", "Baked anew");
  await expect(row).toContainText("Active");
  await expect.poll(drawn).toBeGreaterThan(0);
  await context.close();
});

test("A hidden creation is nobody's but the maintainers', and comes back", async ({
  browser,
  arena,
  request,
}) => {
  const { page, context } = await openAs(browser, arena, "maintainer");
  await page.goto("/admin/creations");
  await page.getByLabel("Words of the prompt, or an id").fill("lighthouse");
  await page.getByLabel("Entrant").selectOption("Sample: parametric");
  await page.getByRole("button", { name: "Filter" }).click();
  await page.getByRole("link", { name: /Lighthouse on a rock/ }).click();
  await expect(page.getByRole("heading", { name: "Lighthouse on a rock" })).toBeVisible();
  const id = page.url().split("/").at(-1);
  const poster = `/api/creations/${id}/poster/0`;
  expect((await request.get(poster)).status()).toBe(200);

  await page.getByRole("button", { name: "Hide" }).click();
  const dialog = page.getByRole("dialog");
  await expect(dialog.getByLabel("Why")).toBeFocused();
  await page.keyboard.press("Escape");
  await expect(page.getByRole("button", { name: "Hide" })).toBeFocused();
  await page.keyboard.press("Enter");
  await page.keyboard.type("It spells its maker's name");
  await page.keyboard.press("Enter");
  await expect(page.getByText("Hidden since")).toContainText("It spells its maker's name");
  for (const path of [poster, `/api/creations/${id}/glb`, `/api/creations/${id}/script`])
    expect((await request.get(path)).status(), path).toBe(404);
  for (const path of [`/api/admin/creations/${id}/poster/0`, `/api/admin/creations/${id}/glb`]) {
    expect((await page.request.get(path)).status(), path).toBe(200);
    expect((await request.get(path)).status(), path).toBe(401);
  }
  const picture = page.getByRole("img", { name: "Seen from 45°, in clay" });
  await expect
    .poll(() => picture.evaluate((image: HTMLImageElement) => image.naturalWidth))
    .toBeGreaterThan(0);

  await page.getByRole("button", { name: "Show again" }).click();
  await dialog.getByLabel("Why").fill("It is a mere pattern");
  await dialog.getByRole("button", { name: "Show again" }).click();
  await expect(page.getByRole("link", { name: "Its public page" })).toBeVisible();
  expect((await request.get(poster)).status()).toBe(200);
  await context.close();
});

test("An owner invites, changes roles and signs people out; the last owner stays one", async ({
  browser,
  arena,
}) => {
  const owner = await openAs(browser, arena, "owner");
  const { page } = owner;
  await arena.sql("UPDATE users SET role = 'maintainer' WHERE role = 'owner' AND email <> $1", [
    owner.email,
  ]);
  const maintainer = await openAs(browser, arena, "maintainer");
  await page.goto("/admin/people");
  await page.getByLabel("E-mail address").first().fill("New@arena.example");
  await page.getByRole("button", { name: "Invite" }).click();
  const link = page.getByLabel(/Send this link to New@arena.example/);
  await expect(link).toBeFocused();
  await expect(link).toHaveValue(new RegExp(`^${arena.url}/invite/[\\w-]{43}$`));
  await expect(page.getByRole("rowheader", { name: "new@arena.example" })).toBeVisible();

  const dialog = page.getByRole("dialog");
  const rowOf = (email: string) => page.getByRole("row").filter({ hasText: email });
  await rowOf(owner.email)
    .getByRole("button", { name: /Change the role/ })
    .click();
  await dialog.getByLabel("Role").selectOption("Voter");
  await dialog.getByRole("button", { name: "Change" }).click();
  await expect(dialog.getByRole("alert")).toContainText("An arena needs an owner");
  await dialog.getByRole("button", { name: "Cancel" }).click();

  await maintainer.page.goto("/admin");
  await rowOf(maintainer.email)
    .getByRole("button", { name: /Sign .* out everywhere/ })
    .click();
  await dialog.getByRole("button", { name: "Sign out" }).click();
  await expect(dialog).toBeHidden();
  await expect(maintainer.page.getByText("Your session has ended: sign in again.")).toBeVisible();
  await rowOf(maintainer.email)
    .getByRole("button", { name: /Change the role/ })
    .click();
  await dialog.getByLabel("Role").selectOption("Voter");
  await dialog.getByRole("button", { name: "Change" }).click();
  await expect(rowOf(maintainer.email)).toContainText("Voter");
  await maintainer.context.close();
  await owner.context.close();
});

test("The audit log says who did all of this, and what was before and after", async ({
  browser,
  arena,
}) => {
  const { page, context } = await openAs(browser, arena, "maintainer");
  const suspect = await voteAs(arena, 3, 0);
  const excluded = await page.request.post("/api/admin/votes/exclude", {
    data: { votes: { voter: suspect }, reason: "automated" },
    headers: { origin: arena.url },
  });
  expect(await excluded.json()).toEqual({ changed: 3 });
  await page.goto("/admin/audit");
  const entry = (words: string) => page.getByRole("row").filter({ hasText: words }).first();
  await expect(entry("Changed somebody's role")).toContainText("maintainer → became voter");
  await expect(entry("Ended somebody's sessions")).toContainText("owner-");
  await expect(entry("Invited somebody")).toContainText("person new@arena.example");
  await expect(entry("Showed a creation again")).toContainText("It is a mere pattern");
  await expect(entry("Hid a creation")).toContainText("It spells its maker's name");
  await expect(entry("Changed an entrant's status")).toContainText("paused → became active");
  await page.getByLabel("On what").fill(suspect);
  await page.getByLabel("What", { exact: true }).selectOption("Excluded votes");
  await page.getByRole("button", { name: "Filter" }).click();
  await expect(page.getByRole("row")).toHaveCount(2);
  await expect(page.getByRole("row").nth(1)).toContainText("automated");
  await page.getByRole("row").nth(1).getByText("3 listed").click();
  const [vote] = await arena.sql(
    "SELECT v.id FROM votes v JOIN voters r ON r.id = v.voter_id WHERE r.pseudonym = $1 LIMIT 1",
    [suspect],
  );
  await expect(page.getByText(String(vote?.id))).toBeVisible();
  await context.close();
});
