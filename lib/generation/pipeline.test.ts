import { readdir } from "node:fs/promises";
import { tmpdir } from "node:os";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packGlb } from "@/lib/generation/gate/glb-builder";
import { bakeScript } from "@/lib/generation/pipeline";
import { type BakeTools, prepareTools } from "@/lib/generation/tools";

let tools: BakeTools;
beforeAll(async () => {
  tools = await prepareTools();
}, 60_000);
afterAll(() => tools?.close());

let slot = 100;
const bake = (script: string, signal?: AbortSignal) =>
  bakeScript({ script, slot: slot++, signal }, tools);

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

test("a script becomes a creation, in clay and with materials, each time the same", {
  timeout: 90_000,
}, async () => {
  const [creation, again] = await Promise.all([bake(STOOL), bake(STOOL)]);
  if (creation.status !== "ok") throw new Error(creation.error);
  const { glb, rendered, stats, provenance } = creation;
  expect(stats).toMatchObject({ meshes: 5, parts: 5, clusters: 1, materials: 1 });
  // Blender's Z is glTF's Y.
  expect(stats.bounds.extent[1]).toBeCloseTo(1.5, 5);
  expect(creation.posters).toHaveLength(4);
  expect(glb.size).toBe(glb.bytes.length);
  expect(jsonOf(glb.bytes)).not.toMatch(/secret|Blender|materials/);
  expect(jsonOf(rendered?.bytes ?? glb.bytes)).toContain("baseColorFactor");
  expect(jsonOf(rendered?.bytes ?? glb.bytes)).not.toMatch(/secret|Blender/);
  expect(creation.renderedPosters).toHaveLength(4);
  expect(creation.renderedPosters[0]?.sha256).not.toBe(creation.posters[0]?.sha256);
  expect(creation.attempt).toMatchObject({ status: "ok", script: STOOL, errorText: null });
  expect(provenance).toMatchObject({ sandbox: "bwrap", renderedNote: null });
  expect(provenance.blenderVersion).toBe(tools.blenderVersion);
  expect(provenance.peakMegabytes).toBeGreaterThan(50);
  const { seconds } = provenance;
  const within = [seconds.script, seconds.export, seconds.rendered].map((value = 0) => value);
  expect(Math.min(...within)).toBeGreaterThan(0);
  expect(within.reduce((sum, value) => sum + value)).toBeLessThan(seconds.blender);
  const { posters, renderedPosters } = creation;
  expect(again).toMatchObject({ glb, stats, rendered, posters, renderedPosters });
});

const CUBE = "import bpy\nbpy.ops.mesh.primitive_cube_add()\n";
const RED_CUBE = `${CUBE}bpy.context.object.data.materials.append(bpy.data.materials.new("red"))\n`;

test.each([
  ["no material", CUBE],
  ["an empty slot", `${CUBE}bpy.context.object.data.materials.append(None)`],
  [
    "a material that no face is of",
    `${RED_CUBE}bpy.context.object.data.materials.append(None)
for face in bpy.context.object.data.polygons: face.material_index = 1`,
  ],
  [
    "a material on what is not exported",
    `${RED_CUBE}bpy.context.object.hide_render = True\n${CUBE}`,
  ],
])("with %s there is nothing but clay", { timeout: 60_000 }, async (_, script) => {
  const creation = await bake(script);
  if (creation.status !== "ok") throw new Error(creation.error);
  expect(creation).toMatchObject({ rendered: null, renderedPosters: [], stats: { materials: 0 } });
  expect(creation.provenance.renderedNote).toBeNull();
  expect(creation.provenance.seconds.rendered).toBeUndefined();
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
os.write(3, b'{"event":"finished","status":"ok","error":null,"renderedNote":null,"seconds":{"script":0},"peakMegabytes":1}\\n')
os._exit(0)`);
  expect(creation).toMatchObject({ status });
  expect(creation.status !== "ok" && creation.error).toContain(`(${code})`);
});

test("stopped, it throws and leaves nothing behind", { timeout: 60_000 }, async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("enough")), 700);
  await expect(bake("while True: pass", stop.signal)).rejects.toThrow("enough");
  const left = (await readdir(tmpdir())).filter((name) => name.startsWith("polyduel-job-"));
  expect(left).toEqual([]);
});
