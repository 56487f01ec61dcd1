import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packGlb } from "@/lib/generation/gate/glb-builder";
import { type BakeJob, bakeScript } from "@/lib/generation/pipeline";
import { type BakeTools, prepareTools } from "@/lib/generation/tools";

let tools: BakeTools;
beforeAll(async () => {
  tools = await prepareTools();
}, 60_000);
afterAll(() => tools?.close());

let slot = 100;
const bake = (script: string, job: Partial<BakeJob> = {}) =>
  bakeScript({ script, display: "clay", slot: slot++, ...job }, tools);

const STOOL = `import bpy, math
bpy.ops.mesh.primitive_cylinder_add(radius=0.5, depth=0.1, location=(0, 0, 1))
red = bpy.data.materials.new("secret red")
red.use_nodes = True
red.node_tree.nodes["Principled BSDF"].inputs[0].default_value = (1, 0, 0, 1)
bpy.context.object.data.materials.append(red)
for n in range(3):
    x, y = 0.4 * math.cos(n * 2.1), 0.4 * math.sin(n * 2.1)
    bpy.ops.mesh.primitive_cylinder_add(radius=0.05, depth=1, location=(x, y, 0.5))
    bpy.context.object.name = "secret leg"
# Smooth normals are what Blender adds up in no fixed order.
bpy.ops.mesh.primitive_uv_sphere_add(radius=0.3, location=(0, 0, 1.2))
bpy.ops.object.shade_smooth()
`;

const jsonOf = (glb: Buffer) => glb.toString("utf8", 20, 20 + glb.readUInt32LE(12));

test("a script becomes a creation, each time the same", { timeout: 60_000 }, async () => {
  const [creation, again] = await Promise.all([bake(STOOL), bake(STOOL)]);
  if (creation.status !== "ok") throw new Error(creation.error);
  expect(creation.stats).toMatchObject({ meshes: 5, parts: 5, clusters: 1, materials: 0 });
  // Blender's Z is glTF's Y.
  expect(creation.stats.bounds.extent[1]).toBeCloseTo(1.5, 5);
  expect(creation.posters).toHaveLength(4);
  expect(creation.glb.size).toBe(creation.glb.bytes.length);
  expect(jsonOf(creation.glb.bytes)).not.toMatch(/secret|Blender|materials/);
  expect(creation.attempt).toMatchObject({ status: "ok", script: STOOL, errorText: null });
  expect(creation.provenance).toMatchObject({ sandbox: "bwrap", display: "clay" });
  expect(creation.provenance.blenderVersion).toBe(tools.blenderVersion);
  expect(again).toMatchObject({ glb: creation.glb, stats: creation.stats });
  expect(again).toMatchObject({ posters: creation.posters });
});

test("its materials are kept where battles show them, without their names", {
  timeout: 60_000,
}, async () => {
  const creation = await bake(STOOL, { display: "rendered" });
  if (creation.status !== "ok") throw new Error(creation.error);
  expect(creation.stats.materials).toBe(1);
  expect(jsonOf(creation.glb.bytes)).toContain("baseColorFactor");
  expect(jsonOf(creation.glb.bytes)).not.toContain("secret");
});

test("a script that fails is kept with its error and family", { timeout: 60_000 }, async () => {
  const script = "import bpy\nbpy.context.scene.no_such_thing";
  const creation = await bake(script);
  expect(creation).toMatchObject({
    status: "exec_error",
    attempt: { script, status: "exec_error", failureFamily: "api" },
  });
  expect(creation.status !== "ok" && creation.error).toContain("bpy.context.scene.no_such_thing");
});

test.each([
  ["rejected", "uri", { images: [{ uri: "http://example.com/a.png" }] }],
  ["rejected", "unsupported", { skins: [{ joints: [0] }] }],
  ["no_mesh", "empty", {}],
])("a forged GLB is %s (%s)", { timeout: 60_000 }, async (status, code, fields) => {
  const forged = packGlb({ asset: { version: "2.0" }, ...fields }).toString("base64");
  const creation = await bake(`import base64, os
os.write(4, base64.b64decode("${forged}"))
os.write(3, b'{"event":"finished","status":"ok","error":null,"seconds":{"script":0,"export":0}}\\n')
os._exit(0)`);
  expect(creation).toMatchObject({ status });
  expect(creation.status !== "ok" && creation.error).toContain(`(${code})`);
});

test("stopped, it throws and leaves nothing behind", { timeout: 60_000 }, async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("enough")), 700);
  await expect(bake("while True: pass", { signal: stop.signal })).rejects.toThrow("enough");
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith("polyduel-job-"));
  expect(left).toEqual([]);
});
