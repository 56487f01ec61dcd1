import { castVotes, ensureVotes } from "./fixtures/cast-votes";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

const PAIR = "/compare/sample-parametric/sample-careless";

test("From a pair's cell to its battles and to one battle, without JavaScript", async ({
  arena,
  browser,
}) => {
  await castVotes(arena, 60);
  const context = await browser.newContext({ baseURL: arena.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto(PAIR);
  await expect(page.getByText("Head to head")).toBeVisible();
  const rows = page.getByRole("region", { name: "Record by board" }).getByRole("row");
  const all = rows.filter({ has: page.getByRole("rowheader", { name: "All tracks" }) });
  const cells = (await all.getByRole("cell").allInnerTexts()).slice(1).map(Number);
  const total = cells.reduce((sum, count) => sum + count, 0);
  expect(total).toBeGreaterThan(0);
  await expect(page.getByText(`n = ${total},`)).toBeVisible();
  const list = page.getByRole("region", { name: "Battles" }).getByRole("listitem");
  await expect(list).toHaveCount(Math.min(total, 20));

  const outcomes = page.getByRole("navigation", { name: "Outcomes" });
  for (const [name, outcome, at] of [
    ["Sample: parametric won", "win", 0],
    ["Ties", "tie", 2],
  ] as const) {
    await outcomes.getByRole("link", { name }).click();
    await expect(page).toHaveURL(`${arena.url}${PAIR}?outcome=${outcome}`);
    await expect(list).toHaveCount(cells[at] ?? -1);
  }

  // Under all tracks and the track: the first category where they met.
  const category = rows.nth(3).getByRole("link");
  const name = await category.innerText();
  await category.click();
  await expect(page).toHaveURL(`${arena.url}${PAIR}?board=text-to-3d/${name.toLowerCase()}`);
  const heading = `Text to 3D · ${name.toLowerCase()}`;
  await expect(page.getByRole("heading", { name: heading })).toBeVisible();
  await page.goto(PAIR);
  const headline = await list.first().getByRole("link").first().innerText();
  const names = await list.first().getByRole("paragraph").first().innerText();
  await list.first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/battles\/[0-9a-f-]{36}$/);
  const winner = /^(.*) preferred$/.exec(headline)?.[1];
  const verdict = { "Called a tie": /tie/, "Both found bad": /both bad/ }[headline];
  const letter = winner && names.includes(`A: ${winner}`) ? "A" : "B";
  await expect(page.getByText(verdict ?? `The voter preferred ${letter}.`)).toBeVisible();
  await context.close();
});

test("Two entrants are chosen from lists, and turned about, without JavaScript", async ({
  arena,
  browser,
}) => {
  const context = await browser.newContext({ baseURL: arena.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/compare");
  await page.getByLabel("First entrant").selectOption("sample-careless");
  await page.getByLabel("Second entrant").selectOption("sample-careless");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page.getByRole("alert").filter({ hasText: "two different" })).toBeVisible();
  await page.getByLabel("Second entrant").selectOption("sample-sculptor");
  await page.getByRole("button", { name: "Compare" }).click();
  await expect(page).toHaveURL(`${arena.url}/compare/sample-careless/sample-sculptor`);
  await page.getByRole("link", { name: "Swap sides" }).click();
  await expect(page).toHaveURL(`${arena.url}/compare/sample-sculptor/sample-careless`);
  await context.close();
});

test("A battle on the reader's own prompt is listed without its pictures", async ({
  page,
  arena,
}) => {
  const { battleId } = await (await page.request.post("/api/battles", { data: {} })).json();
  const find = async () => {
    const [row] = await arena.sql(
      `SELECT l.slug AS left, r.slug AS right, p.title FROM battles own
       JOIN battles b ON b.prompt_id = own.prompt_id AND b.voted_at IS NOT NULL
       JOIN prompts p ON p.id = b.prompt_id
       JOIN entrants l ON l.id = b.left_entrant_id JOIN entrants r ON r.id = b.right_entrant_id
       WHERE own.id = $1 LIMIT 1`,
      [battleId],
    );
    return row;
  };
  for (let round = 0; round < 20 && !(await find()); round++) await castVotes(arena, 5);
  const { left, right, title } = (await find()) ?? {};
  await page.goto(`/compare/${left}/${right}`);
  const row = page
    .getByRole("listitem")
    .filter({ hasText: String(title) })
    .first();
  await expect(row).toContainText("Withheld until your own battle is over");
  await expect(row.getByRole("img")).toHaveCount(0);
  await expectNoViolations(page);

  await page.request.post(`/api/battles/${battleId}/vote`, { data: { outcome: "tie" } });
  await page.reload();
  await expect(row.getByRole("img")).toHaveCount(2);
});

test("An address of a pair that is not one says that there is nothing", async ({ page }) => {
  const wrong = [
    ...["/compare/sample-careless/nobody", "/compare/sample-careless/sample-careless"],
    ...["/compare/sample-careless/%00", "/compare/A%20b/c", `${PAIR}?board=no/such`],
    ...[`${PAIR}?board=%00`, `${PAIR}?outcome=won`, `${PAIR}?before=yesterday`],
    ...[`${PAIR}?outcome=win&outcome=loss`, `${PAIR}?before=9999999999999-x`],
  ];
  for (const address of wrong)
    expect((await page.request.get(address)).status(), address).toBe(404);
});

for (const colorScheme of ["light", "dark"] as const)
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ])
    test(`A comparison has no axe violation: ${colorScheme}, ${viewport.width} wide`, {
      tag: "@themes",
    }, async ({ page, arena }) => {
      await ensureVotes(arena, 40);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      for (const address of [
        PAIR,
        `${PAIR}?board=text-to-3d/organic&outcome=both_bad`,
        "/compare",
      ]) {
        await page.goto(address);
        await expectNoViolations(page);
      }
    });
