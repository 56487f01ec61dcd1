/**
 * How soon both objects of a battle are on screen, against a bare three.js page with the same two files: fresh
 * browser, Fast 4G, a processor slowed down four times.
 *
 *   node --conditions=react-server --import tsx bench/web.ts <folder of Blender scripts> [battles]
 */
import { execFileSync } from "node:child_process";
import { mkdtemp, readdir, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { basename, join, resolve } from "node:path";
import { type BrowserContext, chromium, type Page } from "@playwright/test";
import { startBareServer } from "@/bench/bare-server";
import { median } from "@/bench/measure";
import { type Arena, createDataDir, startArena } from "@/e2e/fixtures/arena";
import { childEnvironment, env } from "@/lib/env";
import { toSlug } from "@/lib/prompt/prompt-name";

/** Chrome's own preset: 9 Mbit/s down, 1.5 up, 60 ms, with its factors for what a real network costs. */
const FAST_4G = {
  offline: false,
  latency: 165,
  downloadThroughput: (9e6 / 8) * 0.9,
  uploadThroughput: (1.5e6 / 8) * 0.9,
};
const CPU_SLOWDOWN = 4;
const POSTER_BUDGET_MS = 1_500;
const RATIO_BUDGET = 1.5;

type Row = {
  prompt: string;
  kilobytes: number;
  postersMs: number;
  shownMs: number;
  bareMs: number;
  ratio: number;
};

const [folder, battles = "20"] = process.argv.slice(2);
if (!folder) throw new Error("Name a folder of Blender scripts.");

const arena = await startArena({ dataDir: await createDataDir() });
const bare = await startBareServer();
const browser = await chromium.launch({
  executablePath: env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--ignore-gpu-blocklist", "--enable-unsafe-swiftshader"],
});
try {
  await fillArena(arena, folder);
  const rows: Row[] = [];
  let state: Awaited<ReturnType<BrowserContext["storageState"]>> | undefined;
  for (let n = 0; n < Number(battles); n++) {
    const context = await browser.newContext({ baseURL: arena.url, storageState: state });
    const battle = await measureBattle(await context.newPage());
    const files = await Promise.all(
      battle.glbUrls.map(async (url) => (await context.request.get(url)).body()),
    );
    await context.request.post(`/api/battles/${battle.battleId}/skip`, { data: {} });
    state = await context.storageState();
    await context.close();
    const [left, right] = files;
    if (!left || !right) throw new Error("a battle has two files");
    bare.show(left, right);
    const bareMs = await measureBare();
    const kilobytes = Math.round((left.length + right.length) / 1000);
    const { prompt, postersMs, shownMs } = battle;
    rows.push({ prompt, kilobytes, postersMs, shownMs, bareMs, ratio: round(shownMs / bareMs) });
    console.error(rows.at(-1));
  }
  console.table(rows);
  const of = (key: "postersMs" | "shownMs" | "bareMs" | "ratio") => rows.map((row) => row[key]);
  const summary = {
    bench: "web",
    battles: rows.length,
    posters: { medianMs: median(of("postersMs")), mostMs: Math.max(...of("postersMs")) },
    shown: { medianMs: median(of("shownMs")), mostMs: Math.max(...of("shownMs")) },
    bare: { medianMs: median(of("bareMs")), mostMs: Math.max(...of("bareMs")) },
    ratio: { median: median(of("ratio")), most: Math.max(...of("ratio")) },
    budget: { postersMs: POSTER_BUDGET_MS, ratio: RATIO_BUDGET },
  };
  console.log(JSON.stringify(summary));
} finally {
  await browser.close();
  bare.close();
  await arena.stop();
  await rm(arena.dataDir, { recursive: true, force: true });
}
process.exit(0);

/** Bakes the scripts as one entrant's creations, gives a second one the same, and hides all else. */
async function fillArena({ dataDir, sql }: Arena, scripts: string): Promise<void> {
  const work = await mkdtemp(join(tmpdir(), "polyduel-bench-web-"));
  try {
    const names = (await readdir(scripts)).filter((name) => name.endsWith(".py")).sort();
    const prompts = names.map((name) => {
      const source = basename(name, ".py");
      return JSON.stringify({ instance: source, text: `A ${toSlug(source)}.`, category: "bench" });
    });
    await writeFile(join(work, "prompts.jsonl"), prompts.join("\n"));
    const path = join(resolve(scripts), "{source}.py");
    await writeFile(
      join(work, "entrants.yaml"),
      `entrants:
  - { slug: bench-a, name: A, kind: human, model: { provider: replay, id: a, name: A, scripts: "${path}" } }\n`,
    );
    const args = ["--file", join(work, "entrants.yaml"), "--entrants", "all"];
    execFileSync(
      process.execPath,
      [
        ...["--conditions=react-server", "--import", "tsx", "scripts/generate.ts", ...args],
        ...["--prompts", join(work, "prompts.jsonl"), "--concurrency", "2"],
      ],
      { env: childEnvironment({ DATA_DIR: dataDir }), stdio: ["ignore", 2, 2] },
    );
    await sql(
      `UPDATE creations SET hidden_at = now(), hidden_reason = 'bench'
       WHERE entrant_id <> (SELECT id FROM entrants WHERE slug = 'bench-a')`,
    );
    await sql(
      "INSERT INTO entrants (id, slug, name, kind) VALUES (gen_random_uuid(), 'bench-b', 'B', 'human')",
    );
    await sql(
      `INSERT INTO creations (id, entrant_id, prompt_id, track, status, glb_sha256, glb_bytes, triangles, poster_sha256s, chosen_attempt)
       SELECT gen_random_uuid(), (SELECT id FROM entrants WHERE slug = 'bench-b'), prompt_id, track, status, glb_sha256,
              glb_bytes, triangles, poster_sha256s, chosen_attempt
       FROM creations WHERE status = 'ok' AND hidden_at IS NULL`,
    );
  } finally {
    await rm(work, { recursive: true, force: true });
  }
}

async function slowDown(page: Page): Promise<void> {
  const session = await page.context().newCDPSession(page);
  await session.send("Network.enable");
  await session.send("Network.emulateNetworkConditions", FAST_4G);
  await session.send("Emulation.setCPUThrottlingRate", { rate: CPU_SLOWDOWN });
}

/** Milliseconds from the start of navigation until both posters had come and both objects were uncovered. */
async function measureBattle(page: Page) {
  await page.addInitScript(() => localStorage.setItem("polyduel.tips", "seen"));
  await slowDown(page);
  const serving = page.waitForResponse((response) => response.url().endsWith("/api/battles"));
  await page.goto("/", { waitUntil: "commit" });
  const battle = await (await serving).json();
  const shown = await page.waitForFunction(
    () =>
      document.querySelectorAll('section[data-state="shown"]').length === 2 && performance.now(),
    undefined,
    { polling: "raf", timeout: 180_000 },
  );
  const shownMs = Math.round(Number(await shown.jsonValue()));
  const postersMs = await page.evaluate(() => {
    const posters = performance
      .getEntriesByType("resource")
      .filter(({ name }) => name.endsWith("/poster/0")) as PerformanceResourceTiming[];
    return Math.round(Math.max(...posters.map(({ responseEnd }) => responseEnd)));
  });
  return {
    battleId: String(battle.battleId),
    prompt: String(battle.prompt.slug),
    glbUrls: [String(battle.left.glbUrl), String(battle.right.glbUrl)],
    ...{ shownMs, postersMs },
  };
}

async function measureBare(): Promise<number> {
  const context = await browser.newContext();
  const page = await context.newPage();
  await slowDown(page);
  await page.goto(bare.url, { waitUntil: "commit" });
  const shown = await page.waitForFunction(() => window.shownAt, undefined, {
    ...{ polling: "raf", timeout: 180_000 },
  });
  const bareMs = Math.round(Number(await shown.jsonValue()));
  await context.close();
  return bareMs;
}

function round(value: number): number {
  return Math.round(value * 100) / 100;
}
