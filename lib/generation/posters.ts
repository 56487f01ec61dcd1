import { createHash } from "node:crypto";
import sharp from "sharp";
import {
  type BrowserSettings,
  openPosterBrowser,
  type PosterBrowser,
} from "@/lib/generation/poster-browser";
import { ToolError } from "@/lib/generation/tool-error";
import type { Shading } from "@/lib/viewer/stage";

/** Part of provenance: raised whenever the same GLB gives other pictures. */
export const POSTERS_VERSION = "2";

/** Pixels of a poster's side. */
export const POSTER_SIZE = 512;
/** Pixels drawn along each poster pixel, on top of the browser's own anti-aliasing. */
const SUPERSAMPLING = 2;

/** Lossy: a quarter of the lossless bytes, for differences that an eye finds only side by side. */
const WEBP = { quality: 75, effort: 6, smartSubsample: true } as const;

/** Draws after which the browser is replaced: what a driver or a page leaks does not add up. */
const DRAWS_A_BROWSER = 200;

export type Poster = { bytes: Buffer; sha256: string };

/** Draws posters, keeping one browser for as many as are asked for. */
export type PosterStudio = {
  /**
   * The four views of a finished GLB as WebP without metadata. May be called again before it has
   * ended: the software renderer uses every core, so drawings are made one after the other.
   */
  draw: (glb: Uint8Array, shading: Shading, signal?: AbortSignal) => Promise<Poster[]>;
  close: () => Promise<void>;
};

type Drawing = { glb: Uint8Array; shading: Shading; signal?: AbortSignal };

/** A studio whose browser starts at the first poster; `draw` throws a ToolError when it cannot. */
export function createPosterStudio(settings: BrowserSettings): PosterStudio {
  let browser: Promise<PosterBrowser> | undefined;
  let draws = 0;
  let isClosed = false;
  let turn: Promise<unknown> = Promise.resolve();

  const closeBrowser = async () => {
    const closing = browser;
    browser = undefined;
    draws = 0;
    await closing?.then((one) => one.close()).catch(() => {});
  };
  const aliveBrowser = async () => {
    const isSpent = draws >= DRAWS_A_BROWSER || (await browser)?.isAlive() === false;
    if (isSpent) await closeBrowser();
    browser ??= openPosterBrowser(settings);
    return browser;
  };
  const drawOnce = async ({ glb, shading, signal }: Drawing) => {
    const stop = () => void closeBrowser();
    signal?.addEventListener("abort", stop);
    try {
      const { render } = await aliveBrowser();
      draws++;
      return await render({ glb, shading, size: POSTER_SIZE * SUPERSAMPLING });
    } catch (error) {
      await closeBrowser();
      throw error;
    } finally {
      signal?.removeEventListener("abort", stop);
    }
  };
  const drawInTurn = async (drawing: Drawing) => {
    const checkStopped = () => {
      drawing.signal?.throwIfAborted();
      if (isClosed) throw new Error("The poster studio is closed.");
    };
    checkStopped();
    return drawOnce(drawing).catch((error) => {
      checkStopped();
      if (error instanceof ToolError) throw error;
      // A browser can die of other things than this object: one fresh one before giving up.
      return drawOnce(drawing);
    });
  };
  const draw = async (glb: Uint8Array, shading: Shading, signal?: AbortSignal) => {
    const drawn = turn.then(() => drawInTurn({ glb, shading, signal }));
    turn = drawn.catch(() => {});
    return Promise.all((await drawn).map(toPoster));
  };
  const close = async () => {
    isClosed = true;
    await closeBrowser();
  };
  return { draw, close };
}

/** The pixels alone: no profile, no EXIF, no trace of the encoder's input. Same drawing, same bytes. */
async function toPoster(pngUrl: string): Promise<Poster> {
  const png = Buffer.from(pngUrl.slice(pngUrl.indexOf(",") + 1), "base64");
  const drawn = await sharp(png).removeAlpha().raw().toBuffer();
  const raw = { width: POSTER_SIZE, height: POSTER_SIZE, channels: 3 } as const;
  const bytes = await sharp(shrink(drawn), { raw }).webp(WEBP).toBuffer();
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
