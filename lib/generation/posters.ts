import { createHash } from "node:crypto";
import { tmpdir } from "node:os";
import { type Browser, chromium, type Page, type Route } from "playwright-core";
import sharp from "sharp";
import * as z from "zod";
import { bundlePosterPage } from "@/lib/generation/poster-bundle";
import { ToolError } from "@/lib/generation/tool-error";
import { VIEW_AZIMUTHS_DEGREES } from "@/lib/viewer/framing";
import type { Shading } from "@/lib/viewer/stage";

/** Part of provenance: raised whenever the same GLB gives other pictures. */
export const POSTERS_VERSION = "1";

/** Pixels of a side. */
export const POSTER_SIZE = 512;
/** Pixels drawn along each poster pixel, on top of the browser's own anti-aliasing. */
const SUPERSAMPLING = 2;
const LOSSLESS = { lossless: true, effort: 4 } as const;
const TIMEOUT_MS = 120_000;

/** Never resolved: every request for it is answered from memory, every other is aborted. */
const ORIGIN = "http://posters.invalid";
const CONTENT_SECURITY_POLICY =
  "default-src 'none'; script-src 'self' 'wasm-unsafe-eval'; connect-src 'self' blob: data:; img-src blob: data:";

const CHROMIUM_FLAGS = [
  "--disable-quic",
  "--no-first-run",
  "--disable-background-networking",
  "--disable-component-update",
  "--disable-sync",
  "--ignore-gpu-blocklist",
  "--enable-unsafe-swiftshader",
  "--host-resolver-rules=MAP * ~NOTFOUND",
  "--force-color-profile=srgb",
];

export type Poster = { bytes: Buffer; sha256: string };

/** Draws posters, keeping one browser for as many as are asked for. */
export type PosterStudio = {
  /** The four views of a finished GLB as WebP without metadata. */
  draw: (glb: Uint8Array, shading: Shading, signal?: AbortSignal) => Promise<Poster[]>;
  close: () => Promise<void>;
};

const pictures = z.array(z.string().startsWith("data:image/png;base64,"));

/** A studio whose browser starts at the first poster; `draw` throws a ToolError when it cannot. */
export function createPosterStudio({ chromiumPath }: { chromiumPath: string }): PosterStudio {
  let stage: Promise<Stage> | undefined;
  const close = async () => {
    const closing = stage;
    stage = undefined;
    await closing?.then(({ browser }) => browser.close()).catch(() => {});
  };
  const drawOnce = async (glb: Uint8Array, shading: Shading) => {
    stage ??= openStage(chromiumPath);
    try {
      return await drawPosters(await stage, { glb, shading });
    } catch (error) {
      await close();
      throw error;
    }
  };
  // A browser can die of other things than this object: one fresh one before giving up.
  const draw = async (glb: Uint8Array, shading: Shading, signal?: AbortSignal) => {
    signal?.throwIfAborted();
    const stop = () => void close();
    signal?.addEventListener("abort", stop);
    try {
      return await drawOnce(glb, shading).catch((error) => {
        signal?.throwIfAborted();
        if (error instanceof ToolError) throw error;
        return drawOnce(glb, shading);
      });
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  };
  return { draw, close };
}

type Stage = { browser: Browser; page: Page; files: Map<string, Uint8Array> };

async function openStage(chromiumPath: string): Promise<Stage> {
  const browser = await chromium
    .launch({
      executablePath: chromiumPath,
      args: CHROMIUM_FLAGS,
      // Nothing of ours: the page needs no secret, and Debian's wrapper only a path and a home.
      env: { PATH: "/usr/bin:/bin", HOME: tmpdir(), LANG: "C.UTF-8" },
      timeout: 30_000,
      handleSIGINT: false,
    })
    .catch((cause) => {
      throw new ToolError(`Chromium did not start: ${firstLine(cause)}`, { cause });
    });
  const files = new Map<string, Uint8Array>([
    ["/", Buffer.from('<!doctype html><title>posters</title><script src="/page.js"></script>')],
    ["/page.js", Buffer.from(await bundlePosterPage())],
  ]);
  const page = await browser.newPage({ serviceWorkers: "block", deviceScaleFactor: 1 });
  await page.route("**/*", (route) => answer(route, files));
  await page.goto(`${ORIGIN}/`);
  return { browser, page, files };
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

async function drawPosters(
  { page, files }: Stage,
  { glb, shading }: { glb: Uint8Array; shading: Shading },
): Promise<Poster[]> {
  files.set("/object.glb", glb);
  const request = JSON.stringify({
    url: "/object.glb",
    shading,
    size: POSTER_SIZE * SUPERSAMPLING,
  });
  const drawn = await withTimeout(page.evaluate(`posterPage.renderPosters(${request})`));
  const urls = pictures.length(VIEW_AZIMUTHS_DEGREES.length).parse(drawn);
  return Promise.all(urls.map(toPoster));
}

/** The pixels alone: no profile, no EXIF, no trace of the encoder's input. */
async function toPoster(pngUrl: string): Promise<Poster> {
  const png = Buffer.from(pngUrl.slice(pngUrl.indexOf(",") + 1), "base64");
  const drawn = await sharp(png).removeAlpha().raw().toBuffer();
  const raw = { width: POSTER_SIZE, height: POSTER_SIZE, channels: 3 } as const;
  const bytes = await sharp(shrink(drawn), { raw }).webp(LOSSLESS).toBuffer();
  return { bytes, sha256: createHash("sha256").update(bytes).digest("hex") };
}

/** The mean of each square of pixels: unlike sharper kernels it rings around no edge. */
function shrink(drawn: Uint8Array): Buffer {
  const width = POSTER_SIZE * SUPERSAMPLING;
  const shrunk = Buffer.alloc(POSTER_SIZE * POSTER_SIZE * 3);
  for (let at = 0; at < shrunk.length; at++) {
    const pixel = Math.floor(at / 3);
    const column = (pixel % POSTER_SIZE) * SUPERSAMPLING;
    const row = Math.floor(pixel / POSTER_SIZE) * SUPERSAMPLING;
    let sum = 0;
    for (let y = row; y < row + SUPERSAMPLING; y++)
      for (let x = column; x < column + SUPERSAMPLING; x++)
        sum += drawn[(y * width + x) * 3 + (at % 3)] ?? 0;
    shrunk[at] = Math.round(sum / SUPERSAMPLING ** 2);
  }
  return shrunk;
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
