import { ensureVotes } from "./fixtures/cast-votes";
import { expect, test } from "./fixtures/test";
import { expectNoViolations } from "./fixtures/viewers";

const SIZES = { desktop: { width: 1280, height: 720 }, phone: { width: 390, height: 844 } };

for (const colorScheme of ["light", "dark"] as const)
  for (const [size, viewport] of Object.entries(SIZES))
    test(`No page or state has an axe violation: ${colorScheme}, ${size}`, {
      tag: "@themes",
    }, async ({ page, arena }) => {
      await ensureVotes(arena, 40);
      await page.emulateMedia({ colorScheme, reducedMotion: "reduce" });
      await page.setViewportSize(viewport);
      await page.goto("/");
      await expectNoViolations(page);
      await expect(page.getByRole("button", { name: "A is better" })).toBeEnabled();
      await expectNoViolations(page);
      await page.keyboard.press("?");
      await expect(page.getByRole("dialog")).toBeVisible();
      await expectNoViolations(page);
      await page.keyboard.press("Escape");
      const voting = page.waitForResponse((response) => response.url().endsWith("/vote"));
      await page.getByRole("button", { name: "Tie" }).click();
      const battleId = (await voting).url().split("/").at(-2);
      await expect(page.getByRole("button", { name: "Next battle" })).toBeVisible();
      await expectNoViolations(page);
      await page.getByRole("button", { name: "Code" }).click();
      await expect(page.locator(".hljs-keyword").first()).toBeVisible();
      await expectNoViolations(page);
      await page.goto(`/battles/${battleId}`);
      await expectNoViolations(page);
      await page.goto("/compare/sample-blockout/sample-sculptor");
      await expectNoViolations(page);
      await page.goto("/leaderboard");
      await expectNoViolations(page);
      await page.goto("/methodology");
      await expectNoViolations(page);
      await page.goto("/nowhere");
      await expectNoViolations(page);
    });

test("Without WebGL, and with a failed object, there is no axe violation either", async ({
  page,
}) => {
  await page.route("**/left.glb", (route) => route.abort("failed"));
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Creation A" })).toHaveAttribute(
    "data-state",
    "failed",
  );
  await expectNoViolations(page);
  await page.addInitScript(() => {
    HTMLCanvasElement.prototype.getContext = () => null;
  });
  await page.goto("/");
  await expect(page.getByRole("region", { name: "Creation A" })).toHaveAttribute(
    "data-state",
    "posters",
  );
  await expectNoViolations(page);
});
