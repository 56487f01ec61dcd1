import { expectRecovery, loseContexts } from "./fixtures/lost-context";
import { expect, test } from "./fixtures/test";
import {
  creation,
  expectMoved,
  expectNoViolations,
  expectShown,
  extentOf,
  openBattle,
  orbitDifference,
  orbitOf,
  SIDES,
  shownSilhouette,
} from "./fixtures/viewers";

test("Both objects fill their viewers in every shading, and none of them fetches a file", async ({
  page,
}) => {
  await openBattle(page);
  let files = 0;
  page.on("request", (request) => {
    if (request.url().endsWith(".glb")) files += 1;
  });
  for (const shading of ["Clay", "Normals", "Wireframe"]) {
    await page.getByRole("button", { name: `${shading} shading` }).click();
    await page.mouse.move(2, 2);
    for (const side of SIDES) {
      const extent = extentOf(await shownSilhouette(page, side));
      expect(extent, `${side}, ${shading}`).toBeGreaterThan(0.4);
      expect(extent, `${side}, ${shading}`).toBeLessThan(0.95);
    }
  }
  expect(files).toBe(0);
});

test("The shading in use and the link go with the vote; the next battle begins in the track's own", async ({
  page,
  arena,
}) => {
  const battle = await openBattle(page);
  await page.keyboard.press("w");
  await page.keyboard.press("l");
  await expect(page.getByRole("button", { name: "Normals shading" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
  await page.keyboard.press("t");
  await expect(page.getByRole("button", { name: "Next battle" })).toBeFocused();
  const rows = await arena.sql("SELECT shading, linked FROM votes WHERE battle_id = $1", [
    battle.battleId,
  ]);
  expect(rows).toEqual([{ shading: "normals", linked: false }]);
  await page.keyboard.press("Enter");
  await expectShown(page);
  await expect(page.getByRole("button", { name: "Clay shading" })).toHaveAttribute(
    "aria-pressed",
    "true",
  );
});

test("After the vote the materials are fetched when chosen, and the view stays", async ({
  page,
}) => {
  const battle = await openBattle(page);
  await expect(page.getByRole("button", { name: "Materials shading" })).toHaveCount(0);
  const glb = await (await page.request.get(battle.left.glbUrl)).body();
  let fetched = 0;
  await page.route("**/materials", (route) => {
    fetched += 1;
    return route.fulfill({ body: glb, contentType: "model/gltf-binary" });
  });
  await page.route("**/vote", async (route) => {
    const answer = await route.fetch();
    const result = await answer.json();
    for (const side of SIDES)
      result.reveal[side].materialsUrl = `/api/battles/${battle.battleId}/${side}/materials`;
    await route.fulfill({ response: answer, json: result });
  });
  const home = await orbitOf(page, "left");
  await creation(page, "left").getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  const view = await expectMoved(page, "left", home);
  await page.keyboard.press("a");
  const materials = page.getByRole("button", { name: "Materials shading" });
  await expect(materials).toBeVisible();
  expect(fetched).toBe(0);
  await materials.click();
  await expect.poll(() => fetched).toBe(2);
  await expect(page.getByText("Loading materials…")).toHaveCount(0);
  expect(await orbitOf(page, "left")).toEqual(view);
  await page.getByRole("button", { name: "Clay shading" }).click();
  await materials.click();
  await expect(creation(page, "right")).toHaveAttribute("data-state", "shown");
  expect(fetched).toBe(2);
});

test("Both lost contexts come back by themselves", async ({ page }) => {
  await expectRecovery(page, SIDES);
});

test("A context that is lost again and again ends in posters, which can be judged", async ({
  page,
  arena,
}) => {
  const battle = await openBattle(page);
  for (let loss = 0; loss < 5; loss++) {
    const giveBack = await loseContexts(page, ["left"]);
    if (loss === 4) break;
    await expect(creation(page, "left")).not.toHaveAttribute("data-state", "shown");
    await giveBack();
    await expectShown(page);
  }
  for (const side of SIDES)
    await expect(creation(page, side)).toHaveAttribute("data-state", "posters");
  await page.getByRole("button", { name: "B is better" }).click();
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  const rows = await arena.sql("SELECT viewer, shading FROM votes WHERE battle_id = $1", [
    battle.battleId,
  ]);
  expect(rows).toEqual([{ viewer: "posters", shading: "clay" }]);
});

test("The toolbar is one stop of the Tab key, and all of it works by keyboard", async ({
  page,
}) => {
  await openBattle(page);
  const toolbar = page.getByRole("toolbar", { name: "View of both" });
  const button = (name: string) => toolbar.getByRole("button", { name });
  await button("Link cameras").focus();
  await page.keyboard.press("ArrowLeft");
  await expect(button("Full screen")).toBeFocused();
  await page.keyboard.press("Home");
  await page.keyboard.press("Space");
  await expect(button("Link cameras")).toHaveAttribute("aria-pressed", "false");
  await page.keyboard.press("Space");
  for (let step = 0; step < 3; step++) await page.keyboard.press("ArrowRight");
  await expect(button("Normals shading")).toBeFocused();
  await page.keyboard.press("Enter");
  await expect(button("Normals shading")).toHaveAttribute("aria-pressed", "true");
  await expect(page.getByTestId("view-news")).toHaveText(/Normals shading/);
  await page.keyboard.press("Tab");
  await expect(toolbar.locator(":focus")).toHaveCount(0);
  await page.keyboard.press("Shift+Tab");
  await expect(button("Normals shading")).toBeFocused();
  expect(
    await toolbar
      .locator("button")
      .evaluateAll((all) => all.filter((one) => one.tabIndex === 0).length),
  ).toBe(1);
});

test("Where the camera came to rest is said", async ({ page }) => {
  await openBattle(page);
  await creation(page, "left").getByRole("application").focus();
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("view-news")).toHaveText(
    "A and B seen from back left, slightly above.",
  );
  await page.keyboard.press("l");
  await expect(page.getByTestId("view-news")).toHaveText(/Cameras free/);
  for (let step = 0; step < 4; step++) await page.keyboard.press("ArrowRight");
  await expect(page.getByTestId("view-news")).toHaveText(/^A seen from front left/);
});

test("With reduced motion both cameras jump: no step between two views", async ({ page }) => {
  await page.emulateMedia({ reducedMotion: "reduce" });
  await openBattle(page);
  const home = await orbitOf(page, "right");
  await creation(page, "right").evaluate((section) => {
    const seen: (string | null)[] = [];
    new MutationObserver(() => seen.push(section.getAttribute("data-orbit"))).observe(section, {
      attributeFilter: ["data-orbit"],
    });
    Object.assign(window, { seenOrbits: seen });
  });
  await creation(page, "left").getByRole("application").focus();
  await page.keyboard.press("ArrowRight");
  await expectMoved(page, "right", home);
  const seen = await page.evaluate(
    () => (window as unknown as { seenOrbits: string[] }).seenOrbits,
  );
  expect(new Set(seen).size).toBe(1);
});

test("The pair fills the screen with its verdicts; Escape leaves and focus goes back", async ({
  page,
}) => {
  await openBattle(page);
  const main = page.getByRole("main");
  const before = await creation(page, "left").boundingBox();
  await page.getByRole("button", { name: "Full screen", exact: true }).click();
  await expect(main).toHaveAttribute("data-spread", "pair");
  await expect
    .poll(async () => (await creation(page, "left").boundingBox())?.height ?? 0)
    .toBeGreaterThan((before?.height ?? 0) + 20);
  await expect(page.getByRole("banner")).toHaveAttribute("inert");
  for (const name of ["A is better", "Tie", "B is better", "Both bad", "Skip"])
    await expect(page.getByRole("button", { name })).toBeInViewport({ ratio: 1 });
  await expect.poll(() => orbitDifference(page)).toBeLessThan(1e-3);
  await expectNoViolations(page);
  // What the browser does on Escape, which a driven browser leaves out.
  await page.keyboard.press("Escape");
  await page.evaluate(() => document.fullscreenElement && document.exitFullscreen());
  await expect(main).not.toHaveAttribute("data-spread");
  await expect(page.getByRole("button", { name: "Full screen", exact: true })).toBeFocused();
  await expect(page.getByRole("banner")).not.toHaveAttribute("inert");
});

test("Without the browser's fullscreen the pair fills the page", async ({ page }) => {
  await page.addInitScript(() => {
    Reflect.deleteProperty(Element.prototype, "requestFullscreen");
  });
  await openBattle(page);
  await page.keyboard.press("f");
  await expect(page.getByRole("main")).toHaveAttribute("data-spread", "pair");
  await page.keyboard.press("Escape");
  await expect(page.getByRole("main")).not.toHaveAttribute("data-spread");
});

test("No state of the viewer has an axe violation, and nothing scrolls", async ({ page }) => {
  await openBattle(page);
  for (const name of ["Grid and height staff", "Normals shading", "Dark background"])
    await page.getByRole("button", { name }).click();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "Checker background" }).click();
  await page.emulateMedia({ colorScheme: "dark" });
  await expectNoViolations(page);
  expect(await page.evaluate(() => document.documentElement.scrollHeight)).toBeLessThanOrEqual(720);
});

test.describe("A first visit", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("shows the tips once; any key, press or move dismisses them", async ({ page }) => {
    await page.goto("/");
    const tips = page.getByRole("complementary", { name: "How it works" });
    await expect(tips).toBeVisible();
    await expectNoViolations(page);
    await expectShown(page);
    await expect(tips).toBeVisible();
    // What lies under them is in reach: this press is already a vote.
    await page.getByRole("button", { name: "Tie" }).click();
    await expect(tips).toHaveCount(0);
    await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
    await page.reload();
    await expectShown(page);
    await expect(tips).toHaveCount(0);
  });
});
