import { once } from "node:events";
import { createServer } from "node:http";
import { findFreePort } from "./fixtures/arena";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

/** Another site, whose one page has a frame with what `?frame=` names. */
async function startElsewhere(): Promise<{ open: (frame: string) => string; stop: () => void }> {
  const server = createServer((request, response) => {
    const frame = new URL(request.url ?? "", "http://127.0.0.1").searchParams.get("frame");
    response.setHeader("content-type", "text/html");
    response.end(
      `<title>Elsewhere</title><iframe width="700" height="500" src="${frame}"></iframe>`,
    );
  });
  const port = await findFreePort();
  server.listen(port, "127.0.0.1");
  await once(server, "listening");
  return {
    open: (frame) => `http://127.0.0.1:${port}/?frame=${encodeURIComponent(frame)}`,
    stop: () => server.close(),
  };
}

test("A leaderboard stands in a frame of another site, and leads out of it; no other page does", async ({
  browser,
  arena,
}) => {
  const elsewhere = await startElsewhere();
  // Not the fixture's page, which may not leave the arena.
  const page = await browser.newPage();
  try {
    await page.goto(elsewhere.open(`${arena.url}/embed/leaderboard?rows=2`));
    const board = page.frameLocator("iframe");
    await expect(board.getByRole("heading", { name: "3D objects by blind votes" })).toBeVisible();
    const home = board.getByRole("link", { name: "Polyduel" });
    await expect(home).toHaveAttribute("target", "_blank");
    await expect(home).toHaveAttribute("rel", "noopener");
    await expect(board.getByRole("banner")).toHaveCount(0);
    await expect(board.getByRole("navigation")).toHaveCount(0);
    for (const path of ["/leaderboard", "/", "/embedded"]) {
      await page.goto(elsewhere.open(`${arena.url}${path}`));
      await expect.poll(() => page.frames()[1]?.url()).toMatch(/^chrome-error:/);
    }
  } finally {
    await page.close();
    elsewhere.stop();
  }
});

test("Pages say themselves who may frame them", async ({ request }) => {
  for (const path of ["/leaderboard", "/", "/nowhere", "/api/leaderboard"]) {
    const headers = (await request.get(path)).headers();
    expect(headers["content-security-policy"]).toBe("frame-ancestors 'self'");
    expect(headers["x-frame-options"]).toBe("SAMEORIGIN");
  }
  const headers = (await request.get("/embed/leaderboard")).headers();
  expect(headers["content-security-policy"]).toBe("frame-ancestors *");
  expect(headers["x-frame-options"]).toBeUndefined();
});

test("The frame shows the board and the theme that its address asks for", async ({ page }) => {
  const background = () =>
    page.evaluate(() => getComputedStyle(document.documentElement).backgroundColor);
  await page.emulateMedia({ colorScheme: "light" });
  await page.goto("/embed/leaderboard");
  const light = await background();
  await expectNoViolations(page);
  await page.goto("/embed/leaderboard?theme=dark&board=text-to-3d/organic");
  expect(await background()).not.toBe(light);
  await expect(page.getByRole("heading")).toHaveText(/organic/);
  await expectNoViolations(page);
  await page.setViewportSize({ width: 390, height: 844 });
  await expectNoViolations(page);
  expect((await page.goto("/embed/leaderboard?board=nowhere"))?.status()).toBe(404);
  await expect(page.getByRole("heading")).toHaveText("There is no such board");
  await expect(page.getByRole("link", { name: "See the leaderboard" })).toHaveAttribute(
    "target",
    "_blank",
  );
});

test("The site's header stands on every other page, also one that is not there", async ({
  page,
}) => {
  for (const path of ["/leaderboard", "/methodology", "/nowhere", "/"]) {
    await page.goto(path);
    await expect(page.getByRole("banner").getByRole("link", { name: "Leaderboard" })).toBeVisible();
  }
});

test("An entrant's badge is a picture that says what it shows", async ({ page }) => {
  const badge = await page.request.get("/badge/sample-blockout.svg");
  expect(badge.status()).toBe(200);
  expect(badge.headers()["content-type"]).toContain("image/svg+xml");
  expect(badge.headers()["cache-control"]).toBe("public, max-age=300");
  await page.goto("/badge/sample-blockout.svg?board=text-to-3d/organic");
  await expect(page.getByRole("img", { name: /on Polyduel organic: / })).toBeVisible();
  for (const [path, status] of [
    ["/badge/nobody.svg", 404],
    ["/badge/sample-blockout.png", 404],
    ["/badge/sample-blockout.svg?board=nowhere", 404],
    ["/badge/sample-blockout.svg?board=No%20board", 400],
  ] as const) {
    const refused = await page.request.get(path);
    expect(refused.status()).toBe(status);
    expect(refused.headers()["content-type"]).toBe("application/problem+json");
  }
});
