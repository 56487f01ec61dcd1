import { expectRecovery } from "./fixtures/lost-context";
import { test } from "./fixtures/test";

test("The lost context of A alone comes back by itself", async ({ page }) => {
  await expectRecovery(page, ["left"]);
});

test("The lost context of B alone comes back by itself", async ({ page }) => {
  await expectRecovery(page, ["right"]);
});
