import { afterAll, beforeAll, expect, test } from "vitest";
import { bakeObject } from "@/lib/generation/pipeline";
import { type BakeTools, prepareTools } from "@/lib/generation/tools";

let tools: BakeTools;
beforeAll(async () => {
  tools = await prepareTools();
});
afterAll(() => tools?.close());

let slot = 200;

const RED_CUBE = `import bpy
bpy.ops.mesh.primitive_cube_add()
bpy.context.object.data.materials.append(bpy.data.materials.new("red"))
`;

/** A script that gets at the wrapper, whose interpreter it shares, and meddles with its second export. */
const meddling = (lines: string) => `${RED_CUBE}import os, sys
frame = sys._getframe()
while "export_rendered" not in frame.f_globals: frame = frame.f_back
wrapper = frame.f_globals
real = wrapper["export"]
def export(path, materials):
    if materials == "EXPORT":
        ${lines}
    real(path, materials)
wrapper["export"] = export
`;

test.each([
  ["raises", "raise ValueError('no such colour')", /failed: ValueError: no such colour$/],
  ["crashes", "os.abort()", /without a report \(SIGABRT\)/],
  ["ends the process", "os._exit(0)", /without a report \(exit code 0\)/],
  ["never ends", "while True: pass", /did not end within 5 s/],
  ["floods", "while True: os.write(5, bytes(1 << 20))", /larger than 64 MiB/],
  ["is another object", "bpy.ops.mesh.primitive_cone_add()", /Another object, of 74 triangles/],
  ["is elsewhere", "bpy.context.object.location = (9, 9, 9)", /Another object, with other bounds/],
  ["is no GLB", "os.write(5, b'not a GLB')", /was refused: not a GLB/],
])(
  "when the export with materials %s, the clay object stands",
  { timeout: 60_000 },
  async (...[, lines, note]) => {
    const caps = { ...tools.blender.caps, exportMs: 5_000 };
    const job = { script: meddling(lines), slot: slot++ };
    const object = await bakeObject(job, { ...tools.blender, caps });
    if (object.status !== "ok") throw new Error(object.error);
    expect(object).toMatchObject({ rendered: null, stats: { triangles: 12, materials: 0 } });
    expect(object.provenance.renderedNote).toMatch(/^With materials/);
    expect(object.provenance.renderedNote).toMatch(note);
  },
);
