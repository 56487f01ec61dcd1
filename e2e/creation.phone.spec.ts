import { expectShown, expectTurned, openerOf, viewOf } from "./fixtures/single-views";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

test("A tap opens a viewer as wide as the page, which a finger turns while the page stays", async ({
  page,
}) => {
  await page.goto("/entrants/sample-sculptor");
  const poster = await openerOf(page, "Cactus in a pot").boundingBox();
  await openerOf(page, "Cactus in a pot").tap();
  const view = viewOf(page, "Cactus in a pot");
  await expectShown(view);
  await view.scrollIntoViewIfNeeded();
  const box = await view.boundingBox();
  if (!box) throw new Error("the viewer is not there");
  expect(box.width).toBeGreaterThan(1.8 * (poster?.width ?? 0));
  expect(await page.evaluate(() => document.documentElement.scrollWidth)).toBe(390);

  const home = await view.getAttribute("data-orbit");
  const scrolled = await page.evaluate(() => scrollY);
  const touch = await page.context().newCDPSession(page);
  const from = { x: box.x + box.width / 2, y: box.y + box.height / 2 };
  const send = (type: "touchStart" | "touchMove" | "touchEnd", step: number) =>
    touch.send("Input.dispatchTouchEvent", {
      type,
      touchPoints: type === "touchEnd" ? [] : [{ x: from.x + 10 * step, y: from.y - 12 * step }],
    });
  await send("touchStart", 0);
  for (let step = 1; step <= 6; step++) await send("touchMove", step);
  await send("touchEnd", 6);
  await expectTurned(view, home);
  expect(await page.evaluate(() => scrollY)).toBe(scrolled);

  for (const button of await view.getByRole("button").all()) {
    const size = await button.boundingBox();
    expect(size?.width).toBeGreaterThanOrEqual(44);
    expect(size?.height).toBeGreaterThanOrEqual(44);
  }
  await expectNoViolations(page);
});

test("A phone keeps two viewers open; one more closes the oldest", async ({ page }) => {
  await page.goto("/entrants/sample-sculptor");
  for (const title of ["Cactus in a pot", "Sea turtle", "Old stone bridge"]) {
    await openerOf(page, title).tap();
    await expectShown(viewOf(page, title));
  }
  await expect(viewOf(page, "Cactus in a pot")).toHaveCount(0);
  await expect(openerOf(page, "Cactus in a pot")).toBeVisible();
  expect(await page.locator("canvas").count()).toBe(2);
});
