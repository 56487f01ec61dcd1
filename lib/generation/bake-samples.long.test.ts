import { mkdir, mkdtemp, rm, stat, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import { bakeSample, checkSample } from "@/lib/generation/bake-samples";
import {
  type Catalogue,
  listSamples,
  readCreationRecord,
  type Sample,
} from "@/lib/generation/sample-catalogue";
import { type BakeTools, prepareTools } from "@/lib/generation/tools";

const catalogue: Catalogue = {
  tracks: [{ slug: "text-to-3d", name: "Text to 3D", display: "clay", position: 0 }],
  prompts: [{ slug: "cube", title: "A cube", category: "shapes", text: "A cube." }],
  entrants: [{ slug: "sample-one", name: "One", kind: "sample", settings: {} }],
};

const CUBE = `import bpy
bpy.ops.mesh.primitive_cube_add()
bpy.context.object.data.materials.append(bpy.data.materials.new("red"))
`;

let tools: BakeTools;
let folder: string;
let sample: Sample;

beforeAll(async () => {
  tools = await prepareTools();
  folder = await mkdtemp(join(tmpdir(), "polyduel-samples-"));
  const [only] = listSamples(folder, catalogue);
  if (!only) throw new Error("no sample");
  sample = only;
  await mkdir(sample.folder, { recursive: true });
}, 60_000);

afterAll(async () => {
  await tools?.close();
  await rm(folder, { recursive: true, force: true });
});

const exists = (path: string) =>
  stat(path).then(
    () => true,
    () => false,
  );

const objectPaths = () => [
  ...[sample.glbPath, ...sample.posterPaths],
  ...[sample.renderedGlbPath, ...sample.renderedPosterPaths],
];

test("bakes beside the script what a check bakes again", { timeout: 60_000 }, async () => {
  await writeFile(sample.scriptPath, CUBE);
  await bakeSample(sample, tools);
  expect(await readCreationRecord(sample)).toMatchObject({ status: "ok", optimisedTriangles: 12 });
  for (const path of objectPaths()) expect(await exists(path)).toBe(true);
  expect(await checkSample(sample, tools)).toBeNull();
});

test("a check sees a changed script and another object", { timeout: 60_000 }, async () => {
  const record = await readCreationRecord(sample);
  if (record.status !== "ok") throw new Error(record.error);
  const { stats } = record;
  const wider = { ...stats.bounds, max: [stats.bounds.max[0] + 1, ...stats.bounds.max.slice(1)] };
  for (const [changed, difference] of [
    [{ ...record, stats: { ...stats, triangles: 13 } }, "12 triangles instead of 13"],
    [{ ...record, stats: { ...stats, bounds: wider } }, "other bounds"],
    [{ ...record, stats: { ...stats, materials: 0 } }, "1 materials instead of 0"],
    [{ ...record, scriptSha256: "0".repeat(64) }, "the script was changed after its bake"],
  ] as const) {
    await writeFile(sample.creationPath, JSON.stringify(changed));
    expect(await checkSample(sample, tools)).toBe(difference);
  }
});

test("what fails leaves no object from before", { timeout: 60_000 }, async () => {
  await writeFile(sample.scriptPath, "1 / 0");
  await bakeSample(sample, tools);
  const record = await readCreationRecord(sample);
  expect(record).toMatchObject({ status: "exec_error", failureFamily: "other" });
  for (const path of objectPaths()) expect(await exists(path)).toBe(false);
});
