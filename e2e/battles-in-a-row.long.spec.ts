import type { Page } from "@playwright/test";
import { type GpuHoldings, keepGpuLedger } from "./fixtures/gpu-ledger";
import { expect, test } from "./fixtures/test";
import { creation, expectShown, openBattle, SIDES } from "./fixtures/viewers";

const BATTLES = 200;
/** A voter sees a pair once, so every so often somebody else sits down at the same page. */
const BATTLES_PER_VOTER = 8;
/** Everything that is made once is made by then: each shading's programs, the reveal. */
const WARM_UP = 25;
/** A collected heap breathes a little; 175 objects that were kept would be far more. */
const HEAP_SLACK = 1.2;

/** Reads what is on the GPU whenever the table is empty: between two battles, before the next is served. */
async function readBetweenBattles(page: Page): Promise<GpuHoldings[]> {
  const readGpu = await keepGpuLedger(page);
  const readings: GpuHoldings[] = [];
  await page.route("**/api/battles", async (route) => {
    const isAhead = route.request().postData()?.includes("prefetch") ?? false;
    if (!isAhead) {
      await page.waitForTimeout(150);
      readings.push(await readGpu());
    }
    await route.fallback();
  });
  return readings;
}

// A trace of two hundred battles would be the largest thing here.
test.use({ trace: "off" });

test("Memory is flat over 200 battles in a row, in one page with two contexts", async ({
  page,
}) => {
  test.setTimeout(40 * 60_000);
  const readings = await readBetweenBattles(page);
  const devtools = await page.context().newCDPSession(page);
  await devtools.send("Performance.enable");
  async function readHeap() {
    await devtools.send("HeapProfiler.collectGarbage");
    const { metrics } = await devtools.send("Performance.getMetrics");
    const value = (name: string) => metrics.find((metric) => metric.name === name)?.value ?? 0;
    return {
      bytes: value("JSHeapUsedSize"),
      nodes: value("Nodes"),
      listeners: value("JSEventListeners"),
    };
  }

  await openBattle(page);
  await page.getByRole("button", { name: "Grid and height staff" }).click();
  let warm = await readHeap();
  for (let battle = 1; battle <= BATTLES; battle++) {
    // Every look, so that each kind of resource is made again and again.
    for (const key of ["w", "w"]) await page.keyboard.press(key);
    await page.waitForTimeout(100);
    if (battle % BATTLES_PER_VOTER === 0) {
      await expectShown(page);
      await page.keyboard.press("t");
      await page.getByRole("button", { name: "Next battle" }).click();
      await expectShown(page);
      await page.context().clearCookies();
    }
    const before = readings.length;
    await page.keyboard.press("s");
    await expect.poll(() => readings.length).toBeGreaterThan(before);
    for (const side of SIDES)
      await expect(creation(page, side)).toHaveAttribute("data-state", "shown");
    if (battle === WARM_UP) warm = await readHeap();
  }

  const end = await readHeap();
  const first = readings[WARM_UP];
  test.info().annotations.push({
    type: "figures",
    description: JSON.stringify({ first, last: readings.at(-1), warm, end }),
  });
  expect(first?.contexts).toBe(SIDES.length);
  for (const reading of readings.slice(WARM_UP)) expect(reading).toEqual(first);
  expect(end.bytes).toBeLessThan(HEAP_SLACK * warm.bytes);
  expect(end.nodes).toBeLessThan(HEAP_SLACK * warm.nodes);
  expect(end.listeners).toBeLessThan(HEAP_SLACK * warm.listeners);
});
