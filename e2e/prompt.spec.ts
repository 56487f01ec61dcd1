import { castVotes, ensureVotes } from "./fixtures/cast-votes";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

test("A prompt is found by its words, narrowed and read, without JavaScript", async ({
  arena,
  browser,
}) => {
  await castVotes(arena, 40);
  const context = await browser.newContext({ baseURL: arena.url, javaScriptEnabled: false });
  const page = await context.newPage();
  await page.goto("/");
  await page
    .getByRole("navigation", { name: "Main" })
    .getByRole("link", { name: "Prompts" })
    .click();
  await expect(page.getByRole("status")).toHaveText("12 prompts");
  const found = page.getByRole("main").getByRole("heading", { level: 2 });
  await expect(found).toHaveCount(12);
  const titles = await found.allInnerTexts();
  expect(titles).toEqual([...titles].sort());

  const search = async (words: string) => {
    await page.getByRole("searchbox", { name: "Words" }).fill(words);
    await page.getByRole("button", { name: "Search" }).click();
  };
  await search("slender spindles");
  await expect(page).toHaveURL(/[?&]q=slender\+spindles/);
  await expect(found).toHaveText(["Windsor armchair"]);
  await search("locom");
  await expect(found).toHaveText(["Toy steam locomotive"]);
  await page.getByLabel("Category").selectOption("organic");
  await page.getByRole("button", { name: "Search" }).click();
  await expect(page.getByRole("heading", { name: "No prompt matches" })).toBeVisible();
  await page.getByRole("link", { name: "Search all prompts" }).click();
  await expect(found).toHaveText(["Toy steam locomotive"]);
  await search("");
  await expect(found).toHaveCount(12);
  await page.getByRole("link", { name: "Most votes first" }).click();
  await expect(page).toHaveURL(`${arena.url}/prompts?sort=votes`);
  const texts = await page
    .getByRole("main")
    .getByText(/creations · \d+\svotes?$/)
    .allInnerTexts();
  const votes = texts.map((text) => Number(/(\d+)\svotes?$/.exec(text)?.[1]));
  expect(votes).toHaveLength(12);
  expect(votes).toEqual([...votes].sort((a, b) => b - a));

  await found.first().getByRole("link").click();
  await expect(page).toHaveURL(/\/prompts\/[a-z-]+$/);
  const ranking = page.getByRole("region", { name: "Ranking on this prompt" });
  await expect(ranking.getByRole("rowheader")).toHaveCount(4);
  const battles = page.getByRole("region", { name: "Battles" }).getByRole("listitem");
  await expect(battles).toHaveCount(Math.min(votes[0] ?? 0, 20));
  await battles.first().getByRole("link").first().click();
  await expect(page).toHaveURL(/\/battles\/[0-9a-f-]{36}$/);
  await context.close();
});

test("A prompt on the reader's own table shows its words alone until the vote", async ({
  page,
  arena,
}) => {
  const { battleId, prompt } = await (await page.request.post("/api/battles", { data: {} })).json();
  await page.goto(`/prompts/${prompt.slug}`);
  await expect(page.getByText(prompt.text)).toBeVisible();
  await expect(page.getByText(/once you have voted or skipped, or in half an hour/)).toBeVisible();
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(0);
  const sealed = await (await page.request.get(`/prompts/${prompt.slug}`)).text();
  for (const { name, slug } of await arena.sql("SELECT name, slug FROM entrants")) {
    expect(sealed).not.toContain(String(name));
    expect(sealed).not.toContain(String(slug));
  }
  await expectNoViolations(page);

  await page.goto("/prompts");
  const row = page.getByRole("listitem").filter({ hasText: prompt.title });
  await expect(row).toContainText("Withheld until your battle is over");
  await expect(row.getByRole("img")).toHaveCount(0);
  await expect(page.getByRole("main").getByRole("img")).toHaveCount(11);

  await page.request.post(`/api/battles/${battleId}/vote`, { data: { outcome: "tie" } });
  await page.goto(`/prompts/${prompt.slug}`);
  await expect(page.getByRole("region", { name: "Creations" })).toBeVisible();
});

test("An address of prompts that is none says that there is nothing", async ({ page }) => {
  const wrong = [
    ...["/prompts/nothing", "/prompts/%00", "/prompts/sea-turtle?track=no-such"],
    ...["/prompts/sea-turtle?before=x", "/prompts/sea-turtle?after=x", "/prompts?sort=best"],
    ...["/prompts?after=nothing", "/prompts?q=a&q=b"],
  ];
  for (const address of wrong)
    expect((await page.request.get(address)).status(), address).toBe(404);
  for (const words of ["%00", "%25", "%27", "a:*%26!(", "x".repeat(3000)])
    expect((await page.request.get(`/prompts?q=${words}`)).status(), words).toBe(200);
});

test("Feeds and sitemap are well-formed and found, and robots are told where", async ({ page }) => {
  await page.goto("/prompts");
  const parse = (address: string) =>
    page.evaluate(async (url) => {
      const text = await (await fetch(url)).text();
      const xml = new DOMParser().parseFromString(text, "application/xml");
      const textsOf = (name: string) =>
        [...xml.getElementsByTagName(name)].map((element) => element.textContent);
      return {
        isWrong: textsOf("parsererror").length > 0,
        ids: textsOf("id"),
        locs: textsOf("loc"),
      };
    }, address);
  const atom = page.locator('head link[type="application/atom+xml"]');
  const feed = await parse(String(await atom.getAttribute("href")));
  expect(feed.isWrong).toBe(false);
  expect(feed.ids).toHaveLength(1 + 4);
  const json = page.locator('head link[type="application/feed+json"]');
  const { items } = await (await page.request.get(String(await json.getAttribute("href")))).json();
  expect(items.map(({ id }: { id: string }) => id)).toEqual(feed.ids.slice(1));

  const robots = await (await page.request.get("/robots.txt")).text();
  const address = /^Sitemap: (.*)$/m.exec(robots)?.[1] ?? "";
  expect(robots).toContain("Disallow: /api/");
  const sitemap = await parse(new URL(address).pathname);
  expect(sitemap.isWrong).toBe(false);
  const paths = sitemap.locs.map((url) => new URL(String(url)).pathname);
  expect(paths.filter((path) => path.startsWith("/prompts/"))).toHaveLength(12);
  expect(paths.filter((path) => path.startsWith("/creations/"))).toHaveLength(48);
  for (const url of sitemap.locs) {
    const { pathname, search } = new URL(String(url));
    expect((await page.request.get(`${pathname}${search}`)).status(), pathname).toBe(200);
  }
});

for (const colorScheme of ["light", "dark"] as const)
  for (const viewport of [
    { width: 1280, height: 720 },
    { width: 390, height: 844 },
  ])
    test(`Prompts have no axe violation: ${colorScheme}, ${viewport.width} wide`, {
      tag: "@themes",
    }, async ({ page, arena }) => {
      await ensureVotes(arena, 40);
      await page.emulateMedia({ colorScheme });
      await page.setViewportSize(viewport);
      for (const address of ["/prompts", "/prompts?q=zeppelin", "/prompts/sea-turtle"]) {
        await page.goto(address);
        await expectNoViolations(page);
      }
    });
