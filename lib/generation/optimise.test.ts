import type { Document } from "@gltf-transform/core";
import { expect, test } from "vitest";
import { boxMesh, meshParts, packGlb } from "@/lib/generation/gate/glb-builder";
import { readGlb, writeGlb } from "@/lib/generation/gltf-io";
import { optimise } from "@/lib/generation/optimise";
import { boundsOf, collectTriangles } from "@/lib/generation/triangle-soup";
import { listValidationErrors } from "@/lib/generation/validate";

type Parts = ReturnType<typeof meshParts>;

async function optimised(change: (parts: Parts) => unknown = () => {}, mesh = boxMesh()) {
  const parts = meshParts(mesh);
  change(parts);
  const document = await readGlb(packGlb(parts.json, parts.bin));
  const { triangles } = collectTriangles(document);
  await optimise(document, { materials: false, triangles: triangles.length / 3 });
  return writeGlb(document);
}

/** The JSON chunk, which nobody compresses. */
function jsonOf(glb: Uint8Array): string {
  const length = new DataView(glb.buffer, glb.byteOffset).getUint32(12, true);
  return new TextDecoder().decode(glb.subarray(20, 20 + length));
}

function expectBounds(document: Document, min: number[], max: number[]) {
  const bounds = boundsOf(collectTriangles(document));
  for (const axis of [0, 1, 2]) {
    expect(bounds?.min[axis]).toBeCloseTo(min[axis] ?? 0, 3);
    expect(bounds?.max[axis]).toBeCloseTo(max[axis] ?? 0, 3);
  }
}

const named = ({ json }: Parts) => {
  json.asset.generator = "maker of things";
  json.asset.copyright = "maker";
  json.asset.extras = { maker: "maker" };
  json.nodes[0] = { mesh: 0, name: "maker node", extras: { maker: 1 } };
  Object.assign(json.meshes[0] ?? {}, { name: "maker mesh", extras: { maker: 1 } });
  Object.assign(json.accessors[0] ?? {}, { name: "maker accessor" });
  Object.assign(json.scenes[0] ?? {}, { name: "maker scene", extras: { maker: 1 } });
  Object.assign(json, { extras: { maker: 1 }, materials: [{ name: "maker material" }] });
};

test("nothing tells its maker", async () => {
  const json = jsonOf(await optimised(named));
  expect(json).not.toContain("maker");
  expect(JSON.parse(json).asset).toEqual({ generator: "Polyduel", version: "2.0" });
  expect(json).not.toContain("name");
  expect(json).not.toContain("materials");
});

test("names leave no other trace either: the bytes are those of the nameless file", async () => {
  const [one, other] = await Promise.all([optimised(named), optimised()]);
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test("valid, and the same bytes each time", async () => {
  const [one, other] = await Promise.all([optimised(), optimised()]);
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
  expect(await listValidationErrors(one)).toEqual([]);
});

test("another order of vertices and triangles gives the same bytes", async () => {
  const { positions, indices } = boxMesh();
  const backwards = Array.from({ length: positions.length / 3 }, (_, n) =>
    positions.slice(n * 3, n * 3 + 3),
  ).reverse();
  const triangles = Array.from({ length: indices.length / 3 }, (_, n) =>
    indices.slice(n * 3, n * 3 + 3).map((vertex) => backwards.length - 1 - vertex),
  );
  const shuffled = {
    positions: backwards.flat(),
    // Each from another corner on: the same triangle.
    indices: triangles.reverse().flatMap(([a = 0, b = 0, c = 0]) => [b, c, a]),
  };
  const [one, other] = await Promise.all([optimised(), optimised(() => {}, shuffled)]);
  expect(Buffer.from(one).equals(Buffer.from(other))).toBe(true);
});

test("many nodes become one, mirrored, turned and nested ones in their place", async () => {
  const glb = await optimised(({ json }) => {
    json.nodes = [
      { children: [1], translation: [0, 10, 0], scale: [1, 2, 1] },
      { mesh: 0, rotation: [0, 0, Math.SQRT1_2, Math.SQRT1_2], translation: [0, 1, 0] },
      { mesh: 0, scale: [-1, 1, 1], translation: [-5, 0, 0] },
      { translation: [99, 0, 0] },
    ];
    json.scenes[0] = { nodes: [0, 2, 3] };
  });
  const { nodes, meshes } = JSON.parse(jsonOf(glb));
  expect(nodes).toHaveLength(1);
  expect(meshes).toHaveLength(1);
  expect(nodes[0]).not.toHaveProperty("rotation");
  const document = await readGlb(glb);
  expect(collectTriangles(document).triangles).toHaveLength(72);
  expectBounds(document, [-5.5, -0.5, -0.5], [0.5, 13, 0.5]);
});

test("only the default scene is kept, and only triangles", async () => {
  const glb = await optimised(({ json }) => {
    json.nodes.push({ mesh: 0, translation: [50, 0, 0] });
    json.scenes.push({ nodes: [1] });
    json.meshes[0] = {
      primitives: [
        { attributes: { POSITION: 0 }, indices: 1 },
        { attributes: { POSITION: 0 }, mode: 0 },
      ],
    };
  });
  expect(JSON.parse(jsonOf(glb)).scenes).toHaveLength(1);
  expectBounds(await readGlb(glb), [-0.5, -0.5, -0.5], [0.5, 0.5, 0.5]);
});

test("above 200,000 triangles it is simplified, within 0.2 % of the diagonal", async () => {
  const glb = await optimised(() => {}, sphere(340));
  const document = await readGlb(glb);
  const { positions, triangles } = collectTriangles(document);
  expect(triangles.length / 3).toBeLessThanOrEqual(205_000);
  expect(triangles.length / 3).toBeGreaterThan(1_000);
  const worst = [...triangles].reduce((most, vertex) => {
    const radius = Math.hypot(...positions.subarray(vertex * 3, vertex * 3 + 3));
    return Math.max(most, Math.abs(radius - 1));
  }, 0);
  expect(worst).toBeLessThan(0.002 * Math.hypot(2, 2, 2));
}, 30_000);

/** A unit sphere of 2 · n · (n - 1) triangles and some of no area at the poles. */
function sphere(n: number) {
  const positions: number[] = [];
  const indices: number[] = [];
  for (let row = 0; row <= n; row++)
    for (let column = 0; column < n; column++) {
      const [polar, azimuth] = [(Math.PI * row) / n, (2 * Math.PI * column) / n];
      const ring = Math.sin(polar);
      positions.push(ring * Math.cos(azimuth), Math.cos(polar), ring * Math.sin(azimuth));
      if (row === n) continue;
      const [here, next] = [row * n + column, row * n + ((column + 1) % n)];
      indices.push(here, next, here + n, next, next + n, here + n);
    }
  return { positions, indices };
}
