import { describe, expect, test } from "vitest";
import { boxMesh, meshGlb, meshParts, packGlb } from "@/lib/generation/gate/glb-builder";
import { readGlb } from "@/lib/generation/gltf-io";
import { computeMeshStats } from "@/lib/generation/mesh-stats";

type Mesh = { positions: number[]; indices: number[] };

const statsOf = async (mesh: Mesh) => computeMeshStats(await readGlb(meshGlb(mesh)));

/** Several meshes as one, each with vertices of its own. */
function together(...meshes: Mesh[]): Mesh {
  return meshes.reduce((all, { positions, indices }) => ({
    positions: [...all.positions, ...positions],
    indices: [...all.indices, ...indices.map((index) => index + all.positions.length / 3)],
  }));
}

/** The same triangles without shared vertices, as exporters write hard edges. */
function split({ positions, indices }: Mesh): Mesh {
  const corners = indices.flatMap((index) => positions.slice(index * 3, index * 3 + 3));
  return { positions: corners, indices: indices.map((_, n) => n) };
}

test("a box", async () => {
  expect(await statsOf(boxMesh(2, [1, 0, 0]))).toEqual({
    ...{ triangles: 12, vertices: 8, meshes: 1, materials: 0 },
    bounds: { min: [0, -1, -1], max: [2, 1, 1], extent: [2, 2, 2] },
    ...{ parts: 1, clusters: 1, floatingAreaShare: 0, watertight: true },
  });
});

test("vertices split at hard edges are one again", async () => {
  const stats = await statsOf(split(boxMesh()));
  expect(stats).toMatchObject({ vertices: 36, parts: 1, watertight: true });
});

test("a box without a lid is open", async () => {
  const { positions, indices } = boxMesh();
  expect(await statsOf({ positions, indices: indices.slice(6) })).toMatchObject({
    watertight: false,
  });
});

test("a triangle the wrong way round is a hole in the orientation", async () => {
  const { positions, indices } = boxMesh();
  const [a = 0, b = 0, c = 0, ...rest] = indices;
  const stats = await statsOf({ positions, indices: [a, c, b, ...rest] });
  expect(stats.watertight).toBe(false);
});

describe("parts", () => {
  test("boxes that touch are two parts in one group", async () => {
    const stats = await statsOf(together(boxMesh(1), boxMesh(0.5, [0, 0.75, 0])));
    expect(stats).toMatchObject({ parts: 2, clusters: 1, floatingAreaShare: 0, watertight: true });
  });

  test("a box that overlaps another touches it", async () => {
    const stats = await statsOf(together(boxMesh(1), boxMesh(0.5, [0.4, 0.4, 0.4])));
    expect(stats.clusters).toBe(1);
  });

  test("a box that hangs in the air floats, by its share of the surface", async () => {
    const stats = await statsOf(together(boxMesh(1), boxMesh(0.5, [0, 1, 0])));
    expect(stats).toMatchObject({ parts: 2, clusters: 2 });
    expect(stats.floatingAreaShare).toBeCloseTo(1.5 / 7.5, 4);
  });

  test("a gap of 0.05 % of the diagonal is none, one of 3 % is one", async () => {
    const diagonal = Math.hypot(1, 2, 1);
    const apart = (gap: number) =>
      statsOf(together(boxMesh(1), boxMesh(1, [0, 1 + gap * diagonal, 0])));
    expect((await apart(0.0005)).clusters).toBe(1);
    expect((await apart(0.03)).clusters).toBe(2);
  });
});

test("nodes place meshes, and strips are triangles", async () => {
  const { json, bin } = meshParts(boxMesh());
  json.meshes[0] = {
    primitives: [{ attributes: { POSITION: 0 }, mode: 5 }],
  };
  json.nodes = [{ mesh: 0, translation: [0, 5, 0], scale: [2, 2, 2] }, { mesh: 0 }];
  json.scenes = [{ nodes: [0, 1] }];
  const stats = computeMeshStats(await readGlb(packGlb(json, bin)));
  expect(stats).toMatchObject({ triangles: 12, vertices: 16, meshes: 2 });
  expect(stats.bounds.max).toEqual([1, 6, 1]);
});
