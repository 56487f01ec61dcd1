/**
 * Draws every state of a battle at both sizes and in both themes, for people to look at: docs/states.md with its
 * pictures. Not a test: nothing is compared.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { type BrowserContext, chromium, devices, type Page } from "@playwright/test";
import sharp from "sharp";
import { startArena } from "@/e2e/fixtures/arena";
import { env } from "@/lib/env";

const FOLDER = "docs/images/states";

type Frame = { name: string; width: number; height: number; scheme: "light" | "dark" };

const FRAMES: Frame[] = [
  { name: "1280 × 720, light", width: 1280, height: 720, scheme: "light" },
  { name: "1280 × 720, dark", width: 1280, height: 720, scheme: "dark" },
  { name: "390 × 844, light", width: 390, height: 844, scheme: "light" },
  { name: "390 × 844, dark", width: 390, height: 844, scheme: "dark" },
];

type State = {
  name: string;
  /** Whether the tips of a first visit are to be there. */
  isFirstVisit?: boolean;
  reach: (page: Page, context: BrowserContext) => Promise<void>;
};

async function open(page: Page): Promise<void> {
  await page.goto("/");
  await page.locator('section[data-state="shown"]').nth(1).waitFor();
  await page
    .getByRole("button", { name: "A is better" })
    .and(page.locator(":not([aria-disabled=true])"))
    .waitFor();
}

async function vote(page: Page): Promise<string> {
  const voting = page.waitForResponse((response) => response.url().endsWith("/vote"));
  await page.getByRole("button", { name: "A is better" }).click();
  const response = await voting;
  await page.getByRole("button", { name: "Next battle" }).waitFor();
  return response.url().split("/").at(-2) ?? "";
}

async function refuse(page: Page, status: number, title: string): Promise<void> {
  await page.route("**/api/battles", (route) =>
    route.fulfill({
      ...{ status, contentType: "application/problem+json", headers: { "retry-after": "40" } },
      body: JSON.stringify({ type: "about:blank", title, status }),
    }),
  );
}

const STATES: State[] = [
  { name: "A first visit, with the tips", isFirstVisit: true, reach: open },
  {
    name: "Loading behind the posters",
    reach: async (page) => {
      await page.route("**/*.glb", () => undefined);
      await page.goto("/");
      await page.locator("img").nth(1).waitFor();
    },
  },
  { name: "Both objects shown, verdicts open", reach: open },
  {
    name: "Wireframe",
    reach: async (page) => {
      await open(page);
      for (const key of ["w", "w"]) await page.keyboard.press(key);
    },
  },
  {
    name: "The full prompt",
    reach: async (page) => {
      await open(page);
      await page.getByRole("button", { name: "Full prompt" }).click();
    },
  },
  {
    name: "One object failed",
    reach: async (page) => {
      await page.route("**/left.glb", (route) => route.abort("failed"));
      await page.goto("/");
      await page.locator('section[data-state="failed"]').waitFor();
    },
  },
  {
    name: "Without WebGL: posters to turn",
    reach: async (page) => {
      await page.addInitScript(() => {
        HTMLCanvasElement.prototype.getContext = () => null;
      });
      await page.goto("/");
      await page.locator('section[data-state="posters"]').nth(1).waitFor();
    },
  },
  {
    name: "A lost context, about to come back",
    reach: async (page) => {
      await open(page);
      await page
        .locator("canvas")
        .first()
        .evaluate((canvas: HTMLCanvasElement) => {
          canvas.getContext("webgl2")?.getExtension("WEBGL_lose_context")?.loseContext();
        });
      await page.locator('section:not([data-state="shown"]) img').first().waitFor();
    },
  },
  {
    name: "Revealed",
    reach: async (page) => {
      await open(page);
      await vote(page);
    },
  },
  {
    name: "Revealed, with materials",
    reach: async (page) => {
      await open(page);
      await vote(page);
      for (const key of ["w", "w", "w"]) await page.keyboard.press(key);
      await page.waitForTimeout(1_500);
    },
  },
  {
    name: "Inside both creations",
    reach: async (page) => {
      await open(page);
      await vote(page);
      await page.getByRole("button", { name: "Code" }).click();
      await page.locator(".hljs-keyword").first().waitFor();
    },
  },
  {
    name: "The address of a battle that is over",
    reach: async (page) => {
      await open(page);
      await page.goto(`/battles/${await vote(page)}`);
      await page.locator("img").nth(7).waitFor();
    },
  },
  {
    name: "The address of a battle that nobody has decided",
    reach: async (page) => {
      const serving = page.waitForResponse((response) => response.url().endsWith("/api/battles"));
      await page.goto("/");
      await page.goto(`/battles/${(await (await serving).json()).battleId}`);
    },
  },
  {
    name: "No battle left",
    reach: async (page) => {
      await refuse(page, 404, "You have seen every pair here");
      await page.goto("/");
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
  },
  {
    name: "Too fast",
    reach: async (page) => {
      await refuse(page, 429, "You are asking faster than anyone can look");
      await page.goto("/");
      await page.getByRole("heading", { level: 1 }).waitFor();
    },
  },
  {
    name: "Offline",
    reach: async (page, context) => {
      await open(page);
      await vote(page);
      await context.setOffline(true);
      await page.getByRole("button", { name: "Next battle" }).click();
      await page.getByRole("heading", { name: /offline/i }).waitFor();
    },
  },
];

const arena = await startArena();
const browser = await chromium.launch({
  executablePath: env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox", "--ignore-gpu-blocklist", "--enable-unsafe-swiftshader"],
});
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const sections: string[] = [];
  for (const [at, state] of STATES.entries()) {
    const pictures: string[] = [];
    for (const [n, frame] of FRAMES.entries()) {
      const file = `${String(at + 1).padStart(2, "0")}-${n + 1}.webp`;
      await draw(state, frame, `${FOLDER}/${file}`);
      const width = frame.width > 500 ? 560 : 180;
      pictures.push(
        `<img src="images/states/${file}" alt="${state.name}, ${frame.name}" width="${width}">`,
      );
    }
    sections.push(`## ${state.name}\n\n${pictures.join("\n")}\n`);
    console.log(state.name);
  }
  await writeFile(
    "docs/states.md",
    `# Every state of a battle\n\nDrawn by \`bench/states.ts\` on software WebGL, whose edges are coarse; at 1280 × 720 and 390 × 844, light and dark.\n\n${sections.join("\n")}`,
  );
} finally {
  await browser.close();
  await arena.stop();
}
process.exit(0);

async function draw(state: State, frame: Frame, path: string): Promise<void> {
  const { width, height, scheme } = frame;
  const isPhone = width < 500;
  const seen = [{ name: "polyduel.tips", value: "seen" }];
  const context = await browser.newContext({
    ...(isPhone ? devices["Pixel 7"] : devices["Desktop Chrome"]),
    ...{ viewport: { width, height }, deviceScaleFactor: 1, baseURL: arena.url },
    ...{ colorScheme: scheme, reducedMotion: "reduce" },
    storageState: {
      cookies: [],
      origins: [{ origin: arena.url, localStorage: state.isFirstVisit ? [] : seen }],
    },
  });
  const page = await context.newPage();
  await state.reach(page, context);
  await page.waitForTimeout(700);
  const picture = await page.screenshot();
  await writeFile(path, await sharp(picture).webp({ quality: 72, effort: 6 }).toBuffer());
  await context.close();
}
