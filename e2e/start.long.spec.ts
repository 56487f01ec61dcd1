import { rm } from "node:fs/promises";
import { expect, test } from "@playwright/test";
import { createDataDir, startArena } from "./fixtures/arena";

// Among the long tests, where nothing runs beside it.
test("A second start takes less than eight seconds, also after a kill", async () => {
  test.setTimeout(240_000);
  const dataDir = await createDataDir();
  const first = await startArena({ dataDir });
  first.process.kill("SIGKILL");
  const begun = performance.now();
  const second = await startArena({ dataDir });
  const seconds = (performance.now() - begun) / 1000;
  test.info().annotations.push({ type: "second start", description: `${seconds.toFixed(1)} s` });
  expect(seconds).toBeLessThan(8);
  await second.stop();
  await rm(dataDir, { recursive: true });
});
