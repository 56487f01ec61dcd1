import { expect, test } from "vitest";
import { boxGlb, boxMesh, meshGlb } from "@/lib/generation/gate/glb-builder";
import { readGlb } from "@/lib/generation/gltf-io";
import { finishObject } from "@/lib/generation/optimise-process";
import { boundsOf, collectTriangles } from "@/lib/generation/triangle-soup";

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

/** A bumpy field of 2 · n² triangles, a metre wide, and a grain of a millimetre five metres away. */
function fieldAndGrain(n: number) {
  const grain = boxMesh(0.001, [5, 0, 0]);
  const first = grain.positions.length / 3;
  const positions = [...grain.positions];
  const indices = [...grain.indices];
  for (let row = 0; row <= n; row++)
    for (let column = 0; column <= n; column++) {
      positions.push(column / n, Math.sin(row) * Math.sin(column) * 1e-5, row / n);
      if (row === n || column === n) continue;
      const at = first + row * (n + 1) + column;
      indices.push(at, at + n + 1, at + 1, at + 1, at + n + 1, at + n + 2);
    }
  return meshGlb({ positions, indices });
}

test("simplifying loses nothing that the object's bounds hang on", async () => {
  const finished = await finishObject(fieldAndGrain(330), { materials: false });
  if (!finished.ok) throw new Error(finished.message);
  expect(finished.stats.triangles).toBe(2 * 330 ** 2 + 12);
  expect(finished.stats.bounds.max[0]).toBeCloseTo(5.0005, 5);
  expect(finished.optimisedTriangles).toBeLessThanOrEqual(200_000);
  const bounds = boundsOf(collectTriangles(await readGlb(finished.glb)));
  expect(bounds?.max[0]).toBeCloseTo(5.0005, 2);
}, 60_000);

test("it can be stopped", async () => {
  const stop = new AbortController();
  setTimeout(() => stop.abort(new Error("enough")), 50);
  const finishing = finishObject(boxGlb(), { materials: false, signal: stop.signal });
  await expect(finishing).rejects.toThrow("enough");
});
