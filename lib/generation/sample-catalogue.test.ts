import { createHash } from "node:crypto";
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { expect, test } from "vitest";
import { listSamples, readCatalogue, readCreationRecord } from "@/lib/generation/sample-catalogue";

/** The committed samples: what is loaded into every new arena. */
const SAMPLES = "samples";

const sha256Of = async (path: string) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

const samples = listSamples(SAMPLES, await readCatalogue(SAMPLES));

test("every prompt has a creation of every entrant, and two fail, for reasons of two families", async () => {
  const records = await Promise.all(samples.map(readCreationRecord));
  const statuses = records.map(({ status }) => status);
  expect(samples).toHaveLength(12 * 4);
  expect(statuses.filter((status) => status === "ok")).toHaveLength(samples.length - 2);
  const families = records.map((record) => record.status !== "ok" && record.failureFamily);
  expect(families.filter(Boolean).sort()).toEqual(["bmesh", "context"]);
});

test.each(samples.map((sample) => ({ name: `${sample.prompt}/${sample.entrant}`, sample })))(
  "$name is what its record says",
  async ({ sample }) => {
    const record = await readCreationRecord(sample);
    expect(record.scriptSha256, "baked before the script was changed").toBe(
      await sha256Of(sample.scriptPath),
    );
    if (record.status !== "ok") return;
    expect(await sha256Of(sample.glbPath)).toBe(record.glb.sha256);
    expect(await Promise.all(sample.posterPaths.map(sha256Of))).toEqual(record.posters);
    if (!record.rendered) return;
    expect(await sha256Of(sample.renderedGlbPath)).toBe(record.rendered.glb.sha256);
    const pictures = await Promise.all(sample.renderedPosterPaths.map(sha256Of));
    expect(pictures).toEqual(record.rendered.posters);
  },
);

test("all samples together are at most 8 MB", async () => {
  const entries = await readdir(SAMPLES, { recursive: true, withFileTypes: true });
  const sizes = await Promise.all(
    entries
      .filter((entry) => entry.isFile())
      .map((entry) => stat(join(entry.parentPath, entry.name)).then(({ size }) => size)),
  );
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThanOrEqual(8_000_000);
});

test("no file of an object names its maker", async () => {
  for (const sample of samples) {
    const record = await readCreationRecord(sample);
    if (record.status !== "ok") continue;
    const clay = [sample.glbPath, ...sample.posterPaths];
    const rendered = [sample.renderedGlbPath, ...sample.renderedPosterPaths];
    for (const path of record.rendered ? [...clay, ...rendered] : clay) {
      const text = (await readFile(path)).toString("latin1");
      for (const word of [sample.entrant, sample.prompt, "Blender", "glTF-Transform", "Exif"])
        expect(text, `${path} holds ${word}`).not.toContain(word);
    }
  }
});
