import { Document, type Mesh } from "@gltf-transform/core";
import { expect, test } from "vitest";
import { dropFlatNormals } from "@/lib/generation/flat-shading";

type Vector = [number, number, number];
type Triangle = { corners: [Vector, Vector, Vector]; normals: [Vector, Vector, Vector] };

const UP: Vector = [0, 0, 1];
const tilted = (degrees: number): Vector => {
  const angle = (degrees * Math.PI) / 180;
  return [Math.sin(angle), 0, Math.cos(angle)];
};

/** In the plane z = 0, at a place of its own. */
const triangle = (at: number, normals: [Vector, Vector, Vector], size = 1): Triangle => ({
  corners: [
    [at, 0, 0],
    [at + size, 0, 0],
    [at, size, 0],
  ],
  normals,
});
const flat = (at: number, size?: number) => triangle(at, [UP, UP, UP], size);
const bent = (at: number, degrees: number) =>
  triangle(at, [tilted(degrees), tilted(degrees), tilted(degrees)]);
const smooth = (at: number, size?: number) => triangle(at, [UP, tilted(1), UP], size);

const many = <T>(count: number, make: (n: number) => T): T[] =>
  Array.from({ length: count }, (_, n) => make(n));

function meshOf(triangles: readonly Triangle[]): { document: Document; mesh: Mesh } {
  const document = new Document();
  const buffer = document.createBuffer();
  const accessor = (vectors: Vector[]) =>
    document
      .createAccessor()
      .setType("VEC3")
      .setArray(new Float32Array(vectors.flat()))
      .setBuffer(buffer);
  const primitive = document
    .createPrimitive()
    .setAttribute("POSITION", accessor(triangles.flatMap(({ corners }) => corners)))
    .setAttribute("NORMAL", accessor(triangles.flatMap(({ normals }) => normals)));
  return { document, mesh: document.createMesh().addPrimitive(primitive) };
}

/** Per primitive: its triangles, and whether it has normals. */
function dropped(triangles: readonly Triangle[], split = true) {
  const { document, mesh } = meshOf(triangles);
  dropFlatNormals(document, { split });
  return mesh.listPrimitives().map((primitive) => ({
    triangles: (primitive.getIndices()?.getCount() ?? triangles.length * 3) / 3,
    normals: primitive.getAttribute("NORMAL") !== null,
  }));
}

test("flat-shaded triangles lose their normals, also those of slightly bent quads", () => {
  expect(dropped(many(10, (n) => flat(n)))).toEqual([{ triangles: 10, normals: false }]);
  expect(dropped(many(10, (n) => bent(n, 1.5)))).toEqual([{ triangles: 10, normals: false }]);
});

test("smooth, bent and turned ones keep theirs", () => {
  for (const make of [smooth, (n: number) => bent(n, 10), (n: number) => bent(n, 180)])
    expect(dropped(many(10, (n) => make(n)))).toEqual([{ triangles: 10, normals: true }]);
});

test("a part that is flat becomes one of its own, unless that is not allowed or not worth it", () => {
  const mixed = [...many(100, (n) => flat(n)), ...many(50, (n) => smooth(n))];
  expect(dropped(mixed)).toEqual([
    { triangles: 100, normals: false },
    { triangles: 50, normals: true },
  ]);
  expect(dropped(mixed, false)).toEqual([{ triangles: 150, normals: true }]);
  const few = [...many(10, (n) => flat(n)), ...many(50, (n) => smooth(n))];
  expect(dropped(few)).toEqual([{ triangles: 60, normals: true }]);
});

test("a few triangles of a hundredth of the area go with the rest, but no smooth detail does", () => {
  const few = [...many(100, (n) => flat(n, 10)), ...many(50, (n) => smooth(n, 1))];
  expect(dropped(few)).toEqual([{ triangles: 150, normals: false }]);
  const detail = [...many(100, (n) => flat(n, 10)), ...many(80, (n) => smooth(n, 1))];
  expect(dropped(detail)).toEqual([
    { triangles: 100, normals: false },
    { triangles: 80, normals: true },
  ]);
});

test("what a normal map is laid on stays as it is", () => {
  const { document, mesh } = meshOf(many(100, (n) => flat(n)));
  const material = document.createMaterial().setNormalTexture(document.createTexture());
  mesh.listPrimitives()[0]?.setMaterial(material);
  dropFlatNormals(document, { split: true });
  expect(mesh.listPrimitives()[0]?.getAttribute("NORMAL")).not.toBeNull();
});
