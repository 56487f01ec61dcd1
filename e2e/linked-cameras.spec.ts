import type { Page } from "@playwright/test";
import { placeGlb } from "./fixtures/placed-glb";
import { intersectionOverUnion } from "./fixtures/silhouette";
import { expect, test } from "./fixtures/test";
import {
  creation,
  expectMoved,
  openBattle,
  orbitDifference,
  orbitOf,
  type Side,
  shownSilhouette,
} from "./fixtures/viewers";

async function middleOf(page: Page, side: Side): Promise<{ x: number; y: number }> {
  const box = await creation(page, side).boundingBox();
  if (!box) throw new Error("the viewer is not there");
  return { x: box.x + box.width / 2, y: box.y + box.height / 2 };
}

async function drag(page: Page, side: Side, by: [number, number], button: "left" | "right") {
  const { x, y } = await middleOf(page, side);
  await page.mouse.move(x, y);
  await page.mouse.down({ button });
  await page.mouse.move(x + by[0], y + by[1], { steps: 6 });
  await page.mouse.up({ button });
}

async function wheel(page: Page, side: Side, amount: number) {
  const { x, y } = await middleOf(page, side);
  await page.mouse.move(x, y);
  await page.mouse.wheel(0, amount);
}

test("Linked cameras show the same view of objects of any size: by mouse, keys and buttons", async ({
  page,
}) => {
  // The same shape on both sides, on the right a thousand times as large and far from its origin.
  await page.route("**/right.glb", async (route) => {
    const url = route.request().url().replace("right.glb", "left.glb");
    const glb = await (await page.request.get(url)).body();
    await route.fulfill({
      body: placeGlb(glb, 1000, [5000, -300, 70]),
      contentType: "model/gltf-binary",
    });
  });
  await openBattle(page);
  await expect.poll(() => orbitDifference(page)).toBeLessThan(1e-3);

  const moves: [name: string, side: Side, act: () => Promise<void>][] = [
    ["orbit by drag", "left", () => drag(page, "left", [140, -40], "left")],
    ["orbit of the other", "right", () => drag(page, "right", [-60, 90], "left")],
    ["zoom by wheel", "right", () => wheel(page, "right", -300)],
    ["pan by right drag", "left", () => drag(page, "left", [50, 25], "right")],
    ["keys", "right", () => page.keyboard.press("ArrowLeft")],
    ["zoom by key", "right", () => page.keyboard.press("PageDown")],
    ["pan by key", "right", () => page.keyboard.press("Shift+ArrowUp")],
    [
      "button",
      "left",
      () =>
        page
          .getByRole("toolbar", { name: "View of creation A" })
          .getByRole("button", { name: "Turn left" })
          .click(),
    ],
  ];
  for (const [name, side, act] of moves) {
    const other = side === "left" ? "right" : "left";
    const before = await orbitOf(page, other);
    if (name.includes("key")) await creation(page, side).getByRole("application").focus();
    await act();
    await expectMoved(page, other, before);
    await expect.poll(() => orbitDifference(page), name).toBeLessThan(1e-3);
  }
  await page.mouse.move(2, 2);
  const [left, right] = [await shownSilhouette(page, "left"), await shownSilhouette(page, "right")];
  expect(intersectionOverUnion(left, right)).toBeGreaterThan(0.97);

  const away = await orbitOf(page, "right");
  await page.keyboard.press("r");
  const [, , , ...target] = await expectMoved(page, "right", away);
  expect(target.map(Math.abs)).toEqual([0, 0, 0]);
  await expect.poll(() => orbitDifference(page)).toBeLessThan(1e-3);
});

test("Free cameras go their own ways; linking again takes over the view last used", async ({
  page,
}) => {
  await openBattle(page);
  await page.keyboard.press("l");
  const button = page.getByRole("button", { name: "Link cameras" });
  await expect(button).toHaveAttribute("aria-pressed", "false");
  const home = await orbitOf(page, "left");
  await drag(page, "right", [120, 30], "left");
  const right = await expectMoved(page, "right", home);
  expect(await orbitOf(page, "left")).toEqual(home);

  await page.reload();
  await expect(creation(page, "left")).toHaveAttribute("data-state", "shown");
  await expect(button).toHaveAttribute("aria-pressed", "false");
  await drag(page, "right", [120, 30], "left");
  const again = await expectMoved(page, "right", home);
  expect(again).not.toEqual(home);
  expect(right).not.toEqual(home);
  await button.click();
  await expect(button).toHaveAttribute("aria-pressed", "true");
  // At once: no easing on the one that follows.
  await expect.poll(() => orbitDifference(page)).toBeLessThan(1e-3);
  expect(await orbitOf(page, "right")).toEqual(again);
});

test("Posters turn together too", async ({ page }) => {
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto("/");
  await expect(creation(page, "left")).toHaveAttribute("data-state", "posters");
  const view = (side: Side, at: number) =>
    creation(page, side).getByRole("img", { name: new RegExp(`view ${at} of 4`) });
  await creation(page, "left")
    .getByRole("button", { name: /Next view/ })
    .click();
  for (const side of ["left", "right"] as const) await expect(view(side, 2)).toBeVisible();
  await creation(page, "right")
    .getByRole("button", { name: /Previous view/ })
    .click();
  await creation(page, "right")
    .getByRole("button", { name: /Previous view/ })
    .click();
  for (const side of ["left", "right"] as const) await expect(view(side, 4)).toBeVisible();
  await page.keyboard.press("l");
  await creation(page, "right")
    .getByRole("button", { name: /Next view/ })
    .click();
  await expect(view("right", 1)).toBeVisible();
  await expect(view("left", 4)).toBeVisible();
});
