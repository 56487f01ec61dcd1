/** JavaScript of each page as it travels (gzip), against the budgets of DESIGN §10. */
import { chromium, type Page } from "@playwright/test";
import { startArena } from "@/e2e/fixtures/arena";
import { env } from "@/lib/env";

const KIB = 1024;

type Size = { page: string; kib: number; budgetKib: number };

const arena = await startArena();
const browser = await chromium.launch({
  executablePath: env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--ignore-gpu-blocklist", "--enable-unsafe-swiftshader"],
});
try {
  const sizes: Size[] = [];
  const [creation] = await arena.sql("SELECT id FROM creations WHERE status = 'ok' LIMIT 1");
  const paths = [
    "/leaderboard",
    "/leaderboard/plots",
    "/embed/leaderboard",
    "/entrants/sample-sculptor",
    "/prompts",
    "/prompts/sea-turtle",
    `/creations/${creation?.id}`,
    "/compare/sample-sculptor/sample-careless",
    "/methodology",
    "/nowhere",
  ];
  for (const path of paths)
    sizes.push({ page: path, kib: (await measure(path, settle)).total, budgetKib: 150 });
  const battle = await measure("/", bothShown);
  sizes.push({ page: "/ before the posters", kib: battle.beforePosters, budgetKib: 180 });
  sizes.push({ page: "/ in all", kib: battle.total, budgetKib: 480 });
  console.table(sizes);
  console.log(JSON.stringify({ bench: "web-size", sizes }));
} finally {
  await browser.close();
  await arena.stop();
}
process.exit(0);

/** KiB of scripts that a fresh browser is sent, in all and before both posters had come. */
async function measure(
  path: string,
  done: (page: Page) => Promise<void>,
): Promise<{ total: number; beforePosters: number }> {
  const context = await browser.newContext({ baseURL: arena.url });
  const page = await context.newPage();
  const scripts: Promise<number>[] = [];
  const early: Promise<number>[] = [];
  let posters = 0;
  page.on("requestfinished", (request) => {
    if (/\/poster\/0$/.test(request.url())) posters += 1;
    if (request.resourceType() !== "script") return;
    const size = request.sizes().then(({ responseBodySize }) => responseBodySize);
    scripts.push(size);
    if (posters < 2) early.push(size);
  });
  await page.goto(path);
  await done(page);
  const sum = async (list: Promise<number>[]) =>
    Math.round(((await Promise.all(list)).reduce((total, size) => total + size, 0) / KIB) * 10) /
    10;
  const result = { total: await sum(scripts), beforePosters: await sum(early) };
  await context.close();
  return result;
}

async function settle(page: Page): Promise<void> {
  await page.waitForLoadState("load");
  await page.waitForTimeout(1_500);
}

async function bothShown(page: Page): Promise<void> {
  for (const name of ["Creation A", "Creation B"])
    await page
      .getByRole("region", { name })
      .and(page.locator('[data-state="shown"]'))
      .waitFor({ timeout: 60_000 });
}
