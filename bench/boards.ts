/**
 * Draws the leaderboard as it looks on boards of every kind, at both sizes and in both themes, for people to look
 * at: docs/boards.md with its pictures. Not a test: nothing is compared.
 */
import { mkdir, rm, writeFile } from "node:fs/promises";
import { chromium } from "@playwright/test";
import sharp from "sharp";
import { startArena } from "@/e2e/fixtures/arena";
import { BOARD_KINDS } from "@/e2e/fixtures/board-kinds";
import { storeBoards } from "@/e2e/fixtures/store-boards";
import { env } from "@/lib/env";

const FOLDER = "docs/images/boards";

type Frame = { name: string; width: number; height: number; scheme: "light" | "dark" };

const FRAMES: Frame[] = [
  { name: "1280 wide, light", width: 1280, height: 1100, scheme: "light" },
  { name: "1280 wide, dark", width: 1280, height: 1100, scheme: "dark" },
  { name: "390 wide, light", width: 390, height: 1200, scheme: "light" },
  { name: "390 wide, dark", width: 390, height: 1200, scheme: "dark" },
];

const arena = await startArena();
const browser = await chromium.launch({
  executablePath: env.CHROMIUM_PATH ?? "/usr/bin/chromium",
  args: ["--no-sandbox"],
});
try {
  await rm(FOLDER, { recursive: true, force: true });
  await mkdir(FOLDER, { recursive: true });
  const sections: string[] = [];
  for (const [at, { name, inputs, addresses }] of BOARD_KINDS.entries()) {
    await storeBoards(arena, inputs);
    const pictures: string[] = [];
    for (const [part, address] of addresses.entries())
      for (const [n, frame] of FRAMES.entries()) {
        const file = `${at + 1}-${part + 1}-${n + 1}.webp`;
        await draw(address, frame, `${FOLDER}/${file}`);
        const width = frame.width > 500 ? 560 : 180;
        pictures.push(
          `<img src="images/boards/${file}" alt="${name}, ${frame.name}" width="${width}">`,
        );
      }
    sections.push(`## ${name}\n\n${pictures.join("\n")}\n`);
    console.log(name);
  }
  await writeFile(
    "docs/boards.md",
    `# Boards of every kind\n\nDrawn by \`bench/boards.ts\` from simulated votes, at both widths, light and dark.\n\n${sections.join("\n")}`,
  );
} finally {
  await browser.close();
  await arena.stop();
}
process.exit(0);

async function draw(address: string, frame: Frame, path: string): Promise<void> {
  const { width, height, scheme } = frame;
  const context = await browser.newContext({
    ...{ viewport: { width, height }, hasTouch: width < 500, isMobile: width < 500 },
    ...{ deviceScaleFactor: 1, baseURL: arena.url, colorScheme: scheme, reducedMotion: "reduce" },
  });
  const page = await context.newPage();
  await page.goto(address);
  await page.waitForTimeout(400);
  await writeFile(path, await toSmallPicture(await page.screenshot()));
  await context.close();
}

/** As good as it can be below 60 kB: these pictures are kept with the code. */
async function toSmallPicture(screenshot: Buffer): Promise<Buffer> {
  for (const quality of [70, 50, 30]) {
    const picture = await sharp(screenshot).webp({ quality, effort: 6 }).toBuffer();
    if (picture.length < 60_000) return picture;
  }
  return sharp(screenshot).webp({ quality: 15, effort: 6 }).toBuffer();
}
