import { existsSync, realpathSync } from "node:fs";
import { tmpdir } from "node:os";
import { delimiter, join } from "node:path";
import { type Browser, chromium, type LaunchOptions, type Route } from "playwright-core";
import * as z from "zod";
import { bundlePosterPage } from "@/lib/generation/poster-bundle";
import { chromiumCommand } from "@/lib/generation/sandbox-chromium";
import type { SandboxLevel } from "@/lib/generation/sandbox-limits";
import { SEARCH_PATH } from "@/lib/generation/sandbox-run";
import { ToolError } from "@/lib/generation/tool-error";
import { VIEW_AZIMUTHS_DEGREES } from "@/lib/viewer/framing";
import type { Shading } from "@/lib/viewer/stage";

export type BrowserSettings = { chromiumPath: string; sandbox: SandboxLevel };

/** One browser with one page, which draws one object at a time. */
export type PosterBrowser = {
  /** PNG data URLs of a side of `size` pixels, one for each view. Throws when it cannot be drawn. */
  render: (drawing: { glb: Uint8Array; shading: Shading; size: number }) => Promise<string[]>;
  isAlive: () => boolean;
  close: () => Promise<void>;
};

const TIMEOUT_MS = 120_000;

/** Never resolved: every request for it is answered from memory, every other is aborted. */
const ORIGIN = "http://posters.invalid";
const OBJECT = "/object.glb";
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob: data:; img-src blob: data:";

const CHROMIUM_FLAGS = [
  ...["--no-first-run", "--disable-background-networking", "--disable-component-update"],
  ...["--disable-sync", "--disable-quic", "--host-resolver-rules=MAP * ~NOTFOUND"],
  ...["--ignore-gpu-blocklist", "--enable-unsafe-swiftshader", "--force-color-profile=srgb"],
];

/** What Playwright would say for us, were Chromium the program that it starts. */
const DRIVEN_FLAGS = [
  ...["--headless", "--remote-debugging-pipe", "--no-startup-window", "--hide-scrollbars"],
  // Chromium's own sandbox wants namespaces inside of ours, which add nothing to them.
  ...["--no-sandbox", "--no-default-browser-check", "--disable-extensions", "--mute-audio"],
  ...["--disable-breakpad", "--disable-default-apps", "--disable-search-engine-choice-screen"],
  ...["--password-store=basic", "--metrics-recording-only", "--disable-renderer-backgrounding"],
  ...["--disable-background-timer-throttling", "--disable-backgrounding-occluded-windows"],
];

const pictures = z
  .array(z.string().startsWith("data:image/png;base64,"))
  .length(VIEW_AZIMUTHS_DEGREES.length);

/** Starts a browser and loads the page that draws. Throws a ToolError when it does not start. */
export async function openPosterBrowser(settings: BrowserSettings): Promise<PosterBrowser> {
  const browser = await launch(settings);
  try {
    const files = new Map<string, Uint8Array>([
      ["/", Buffer.from('<!doctype html><title>posters</title><script src="/page.js"></script>')],
      ["/page.js", Buffer.from(await bundlePosterPage())],
    ]);
    const page = await browser.newPage({ serviceWorkers: "block", deviceScaleFactor: 1 });
    await page.route("**/*", (route) => answer(route, files));
    await page.goto(`${ORIGIN}/`);
    return {
      render: async ({ glb, ...drawing }) => {
        files.set(OBJECT, glb);
        const request = JSON.stringify({ url: OBJECT, ...drawing });
        const drawn = page.evaluate(`posterPage.renderPosters(${request})`);
        return pictures.parse(await withTimeout(drawn).finally(() => files.delete(OBJECT)));
      },
      isAlive: () => browser.isConnected() && !page.isClosed(),
      close: () => browser.close(),
    };
  } catch (error) {
    await browser.close().catch(() => {});
    throw error;
  }
}

async function launch(settings: BrowserSettings): Promise<Browser> {
  try {
    return await chromium.launch({
      ...programOf(settings),
      // Nothing of ours: the page needs no secret, and Debian's start script only a path and a home.
      env: { PATH: SEARCH_PATH, HOME: tmpdir(), LANG: "C.UTF-8" },
      timeout: 30_000,
      handleSIGINT: false,
    });
  } catch (cause) {
    throw new ToolError(`Chromium did not start: ${firstLine(cause)}`, { cause });
  }
}

/** Chromium in a sandbox of its own at the level that has namespaces; else as Playwright starts it. */
function programOf({ chromiumPath, sandbox }: BrowserSettings): LaunchOptions {
  if (sandbox !== "bwrap") return { executablePath: chromiumPath, args: CHROMIUM_FLAGS };
  const flags = [...DRIVEN_FLAGS, ...CHROMIUM_FLAGS];
  const asRoot = process.getuid?.() === 0;
  const { file, args } = chromiumCommand(realpathSync(chromiumPath), { flags, asRoot });
  const program = SEARCH_PATH.split(delimiter).map((folder) => join(folder, file));
  return { executablePath: program.find(existsSync) ?? file, args, ignoreDefaultArgs: true };
}

function answer(route: Route, files: ReadonlyMap<string, Uint8Array>): Promise<void> {
  const url = new URL(route.request().url());
  const body = url.origin === ORIGIN ? files.get(url.pathname) : undefined;
  if (!body) return route.abort();
  const contentType = url.pathname.endsWith(".js")
    ? "text/javascript"
    : url.pathname === "/"
      ? "text/html"
      : "model/gltf-binary";
  return route.fulfill({
    body: Buffer.from(body),
    headers: { "content-type": contentType, "content-security-policy": CONTENT_SECURITY_POLICY },
  });
}

async function withTimeout<T>(work: Promise<T>): Promise<T> {
  const timer = new AbortController();
  const expired = new Promise<never>((_, reject) => {
    const clock = setTimeout(() => reject(new ToolError("Posters took too long.")), TIMEOUT_MS);
    timer.signal.addEventListener("abort", () => clearTimeout(clock));
  });
  try {
    return await Promise.race([work, expired]);
  } finally {
    timer.abort();
  }
}

function firstLine(error: unknown): string {
  return (error instanceof Error ? error.message : String(error)).split("\n", 1)[0] ?? "";
}
