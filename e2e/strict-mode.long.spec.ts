import { test } from "@playwright/test";
import { startArena } from "./fixtures/arena";
import { keepGpuLedger } from "./fixtures/gpu-ledger";
import { creation, expectShown, shownSilhouette } from "./fixtures/viewers";

const { expect } = test;

/**
 * Development renders in React's strict mode, production does not (every other test). Fiber before 9.8
 * lost its own WebGL context half a second after a strict mount (pmndrs/react-three-fiber#3863).
 */
test("In strict mode both contexts live on, through shadings and into the next battle", async ({
  page,
}) => {
  test.setTimeout(10 * 60_000);
  const arena = await startArena({ isDevelopment: true });
  try {
    const problems: string[] = [];
    page.on("console", (message) => {
      if (/context lost|unmount|disposed/i.test(message.text())) problems.push(message.text());
    });
    page.on("pageerror", (error) => problems.push(error.message));
    const readGpu = await keepGpuLedger(page);
    await page.goto(arena.url);
    await expect(creation(page, "right")).toHaveAttribute("data-state", "shown", {
      timeout: 240_000,
    });
    await page.evaluate(() => localStorage.setItem("polyduel.tips", "seen"));
    await page.reload();
    await expectShown(page);
    // Whatever a strict mount puts off has happened by then.
    await page.waitForTimeout(3_000);
    expect((await readGpu()).contexts).toBe(2);
    for (const shading of ["Normals", "Clay"])
      await page.getByRole("button", { name: `${shading} shading` }).click();
    for (const side of ["left", "right"] as const)
      expect((await shownSilhouette(page, side)).filter(Boolean).length).toBeGreaterThan(2_000);
    await page.getByRole("button", { name: "Skip" }).click();
    await expectShown(page);
    await page.waitForTimeout(1_500);
    expect((await readGpu()).contexts).toBe(2);
    expect(problems).toEqual([]);
  } finally {
    await arena.stop();
  }
});
