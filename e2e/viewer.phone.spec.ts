import type { CDPSession, Page } from "@playwright/test";
import { expect, test } from "./fixtures/test";
import {
  creation,
  expectMoved,
  expectNoViolations,
  openBattle,
  orbitDifference,
  orbitOf,
  type Side,
} from "./fixtures/viewers";

type Point = { x: number; y: number };

async function middleOf(page: Page, side: Side): Promise<Point> {
  const box = await creation(page, side).boundingBox();
  if (!box) throw new Error("the viewer is not there");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

/** Fingers that go from one set of points to another. */
async function swipe(touch: CDPSession, from: Point[], to: Point[]) {
  const send = (type: "touchStart" | "touchMove" | "touchEnd", touchPoints: Point[]) =>
    touch.send("Input.dispatchTouchEvent", { type, touchPoints });
  await send("touchStart", from);
  for (let step = 1; step <= 6; step++)
    await send(
      "touchMove",
      from.map((point, at) => ({
        x: point.x + (((to[at]?.x ?? point.x) - point.x) * step) / 6,
        y: point.y + (((to[at]?.y ?? point.y) - point.y) * step) / 6,
      })),
    );
  await send("touchEnd", []);
}

test("One finger orbits, two zoom and pan, and the page stays where it is", async ({ page }) => {
  await openBattle(page);
  const touch = await page.context().newCDPSession(page);
  const { x, y } = await middleOf(page, "left");

  const home = await orbitOf(page, "right");
  await swipe(touch, [{ x, y }], [{ x: x + 40, y: y - 90 }]);
  const turned = await expectMoved(page, "right", home);
  expect(turned[0]).not.toBeCloseTo(home[0] ?? 0, 2);
  expect(turned[2]).toBeCloseTo(home[2] ?? 0, 3);

  const [near, far] = [30, 90];
  await swipe(
    touch,
    [
      { x: x - near, y },
      { x: x + near, y },
    ],
    [
      { x: x - far, y },
      { x: x + far, y },
    ],
  );
  const zoomed = await expectMoved(page, "right", turned);
  expect(zoomed[2]).toBeLessThan((turned[2] ?? 0) * 0.9);

  await swipe(
    touch,
    [
      { x: x - near, y },
      { x: x + near, y },
    ],
    [
      { x: x - near, y: y + 60 },
      { x: x + near, y: y + 60 },
    ],
  );
  const panned = await expectMoved(page, "right", zoomed);
  expect(Math.hypot(...panned.slice(3))).toBeGreaterThan(0.05);
  await expect.poll(() => orbitDifference(page)).toBeLessThan(1e-3);
  expect(await page.evaluate(() => [scrollX, scrollY, visualViewport?.scale])).toEqual([0, 0, 1]);
});

test("One viewer can be expanded, with a switch between A and B, and judged there", async ({
  page,
  arena,
}) => {
  const battle = await openBattle(page);
  const small = await creation(page, "left").boundingBox();
  await page.getByRole("button", { name: "Expand creation A" }).tap();
  await expect(page.getByRole("main")).toHaveAttribute("data-spread", "left");
  await expect
    .poll(async () => (await creation(page, "left").boundingBox())?.height ?? 0)
    .toBeGreaterThan(1.5 * (small?.height ?? 0));
  await expect(creation(page, "right")).toBeHidden();
  await expectNoViolations(page);
  await page.getByRole("button", { name: "B", exact: true }).tap();
  await expect(creation(page, "right")).toBeVisible();
  await expect(creation(page, "left")).toBeHidden();

  await page.getByRole("button", { name: "Back to both" }).tap();
  for (const side of ["left", "right"] as const) await expect(creation(page, side)).toBeVisible();
  await expect.poll(() => orbitDifference(page)).toBeLessThan(1e-3);

  await page.getByRole("button", { name: "Expand creation B" }).tap();
  await page.getByRole("button", { name: "B is better" }).tap();
  await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
  const rows = await arena.sql("SELECT outcome FROM votes WHERE battle_id = $1", [battle.battleId]);
  expect(rows).toEqual([{ outcome: "right" }]);
});

test("What concerns both views is behind one button, large enough for a thumb", async ({
  page,
}) => {
  await openBattle(page);
  await page.getByRole("button", { name: "View options" }).tap();
  const toolbar = page.getByRole("toolbar", { name: "View of both" });
  for (const button of await toolbar.getByRole("button").all()) {
    const box = await button.boundingBox();
    expect(box?.width).toBeGreaterThanOrEqual(44);
    expect(box?.height).toBeGreaterThanOrEqual(44);
  }
  await toolbar.getByRole("button", { name: "Shading: Clay" }).tap();
  await expect(toolbar.getByRole("button", { name: "Shading: Normals" })).toBeVisible();
  await toolbar.getByRole("button", { name: "Background: mid" }).tap();
  await expect(creation(page, "right")).toHaveAttribute("data-background", "dark");
  await expectNoViolations(page);
  await toolbar.getByRole("button", { name: "Close view options" }).tap();
  await expect(toolbar.getByRole("button")).toHaveCount(1);
});

test.describe("A first visit", () => {
  test.use({ storageState: { cookies: [], origins: [] } });

  test("shows tips that cover no verdict", async ({ page }) => {
    await openBattle(page);
    const tips = page.getByRole("complementary", { name: "How it works" });
    const bottom = await tips.evaluate((element) => element.getBoundingClientRect().bottom);
    for (const name of ["A is better", "Tie", "B is better", "Both bad", "Skip"]) {
      const box = await page.getByRole("button", { name }).boundingBox();
      expect(box?.y).toBeGreaterThan(bottom);
    }
    await creation(page, "left").getByRole("application").tap();
    await expect(tips).toHaveCount(0);
  });
});
