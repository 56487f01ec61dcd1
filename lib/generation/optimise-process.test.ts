import { expect, test } from "vitest";
import { boxGlb } from "@/lib/generation/gate/glb-builder";
import { finishObject } from "@/lib/generation/optimise-process";

test("a sound GLB comes back measured and small", async () => {
  const finished = await finishObject(boxGlb(), { materials: false });
  if (!finished.ok) throw new Error(finished.message);
  expect(finished.stats).toMatchObject({ triangles: 12, watertight: true });
  expect(finished.optimisedTriangles).toBe(12);
  expect(finished.glb.subarray(0, 4).toString()).toBe("glTF");
}, 20_000);

test("what Khronos' validator calls an error is refused, with its words", async () => {
  const overlapping = boxGlb(({ json }) => {
    json.bufferViews[1] = { ...json.bufferViews[1], target: 34962 };
  });
  const finished = await finishObject(overlapping, { materials: false });
  expect(finished).toMatchObject({ ok: false });
  expect(finished.ok || finished.message).toMatch(/^Not valid glTF: [A-Z_]+ \//);
}, 20_000);

test("it can be stopped", async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("enough")), 50);
  const finishing = finishObject(boxGlb(), { materials: false, signal: stop.signal });
  await expect(finishing).rejects.toThrow("enough");
});
