import { readFile } from "node:fs/promises";
import { setTimeout as sleep } from "node:timers/promises";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { boxGlb, boxMesh, meshGlb } from "@/lib/generation/gate/glb-builder";
import { createPosterStudio, type Poster } from "@/lib/generation/posters";

const CHROMIUM = "/usr/bin/chromium";
const studio = createPosterStudio({ chromiumPath: CHROMIUM, sandbox: "bwrap" });
afterAll(() => studio.close());

/** Boxes of six shapes, told apart by how wide they are for their height. */
const shapes = [1, 1.5, 2, 3, 4, 6].map((factor) => {
  const { positions, indices } = boxMesh();
  return meshGlb({
    positions: positions.map((at, n) => (n % 3 === 1 ? at * factor : at)),
    indices,
  });
});
const hashesOf = (posters: Poster[]) => posters.map(({ sha256 }) => sha256);

describe("many at the same time", { timeout: 120_000 }, () => {
  let alone: string[][];
  beforeAll(async () => {
    alone = [];
    for (const glb of shapes) alone.push(hashesOf(await studio.draw(glb, "clay")));
    expect(new Set(alone.flat()).size).toBeGreaterThanOrEqual(shapes.length);
  }, 120_000);

  const drawAll = (one = studio) =>
    Promise.all(shapes.map((glb) => one.draw(glb, "clay").then(hashesOf)));

  test("each gets the pictures of its own object", async () => {
    expect(await drawAll()).toEqual(alone);
  });

  test("also when the browser is killed in the middle, or before", async () => {
    const drawing = drawAll();
    await sleep(300);
    expect(await killBrowsers()).toBe(1);
    expect(await drawing).toEqual(alone);
    expect(await killBrowsers()).toBe(1);
    expect(await drawAll()).toEqual(alone);
  });

  test("also when one of them is no object and one is stopped", async () => {
    const stop = new AbortController();
    const drawing = [
      studio.draw(Buffer.from("no GLB"), "clay"),
      studio.draw(boxGlb(), "clay", stop.signal),
    ];
    const rest = drawAll();
    stop.abort(new Error("enough"));
    const [none, stopped] = await Promise.allSettled(drawing);
    expect([none?.status, stopped?.status]).toEqual(["rejected", "rejected"]);
    expect(await rest).toEqual(alone);
  });

  test("closed in the middle, all that were waiting end, and no browser is left", async () => {
    const closing = createPosterStudio({ chromiumPath: CHROMIUM, sandbox: "bwrap" });
    const before = await browsers();
    const drawing = Promise.allSettled(shapes.map((glb) => closing.draw(glb, "clay")));
    await sleep(1_000);
    await closing.close();
    expect((await drawing).map(({ status }) => status)).toContain("rejected");
    await expect.poll(browsers).toEqual(before);
  });
});

/** Process ids of the browsers that this process started. */
async function browsers(): Promise<number[]> {
  const path = `/proc/${process.pid}/task/${process.pid}/children`;
  const children = (await readFile(path, "utf8")).trim().split(" ").filter(Boolean).map(Number);
  const isBrowser = async (pid: number) =>
    (await readFile(`/proc/${pid}/cmdline`, "utf8").catch(() => "")).includes("chromium");
  const found: number[] = [];
  for (const pid of children) if (await isBrowser(pid)) found.push(pid);
  return found;
}

async function killBrowsers(): Promise<number> {
  const pids = await browsers();
  for (const pid of pids) process.kill(pid, "SIGKILL");
  return pids.length;
}
