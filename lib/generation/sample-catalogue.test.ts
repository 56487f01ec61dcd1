import { createHash } from "node:crypto";
import { readFile } from "node:fs/promises";
import { expect, test } from "vitest";
import { listSamples, readCatalogue, readCreationRecord } from "@/lib/generation/sample-catalogue";

/** The committed samples: what is loaded into every new arena. */
const SAMPLES = "samples";

const sha256Of = async (path: string) =>
  createHash("sha256")
    .update(await readFile(path))
    .digest("hex");

const samples = listSamples(SAMPLES, await readCatalogue(SAMPLES));

test("every prompt has a creation of every entrant, and one of them fails", async () => {
  const records = await Promise.all(samples.map(readCreationRecord));
  const statuses = records.map(({ status }) => status);
  expect(statuses.filter((status) => status === "exec_error")).toHaveLength(1);
  expect(statuses.filter((status) => status === "ok")).toHaveLength(samples.length - 1);
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
  },
);

test("no file of an object names its maker", async () => {
  for (const sample of samples) {
    const record = await readCreationRecord(sample);
    if (record.status !== "ok") continue;
    for (const path of [sample.glbPath, ...sample.posterPaths]) {
      const text = (await readFile(path)).toString("latin1");
      for (const word of [sample.entrant, sample.prompt, "Blender", "glTF-Transform", "Exif"])
        expect(text, `${path} holds ${word}`).not.toContain(word);
    }
  }
});
