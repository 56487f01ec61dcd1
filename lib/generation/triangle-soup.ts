import type { Accessor, Document, Primitive } from "@gltf-transform/core";
import { type Matrix, transformPoint } from "@/lib/generation/matrix";

/** glTF's drawing modes; those below are points and lines. */
const TRIANGLES = 4;
const TRIANGLE_FAN = 6;

/** Every triangle that the default scene draws, in scene coordinates (metres, Y up). */
export type TriangleSoup = {
  /** x, y, z of each vertex as it stands in the file, hard edges split. */
  positions: Float64Array;
  /** Three vertices a triangle. */
  triangles: Uint32Array;
  /** How many nodes draw a mesh. */
  meshes: number;
};

type Part = { primitive: Primitive; position: Accessor; world: Matrix };

/** Collects the triangles of a document whose sizes the gate has bounded. */
export function collectTriangles(document: Document): TriangleSoup {
  const { parts, meshes } = listParts(document);
  const vertexCount = parts.reduce((sum, { position }) => sum + position.getCount(), 0);
  const corners = parts.map(({ primitive, position }) => cornersOf(primitive, position.getCount()));
  const positions = new Float64Array(vertexCount * 3);
  const triangles = new Uint32Array(corners.reduce((sum, list) => sum + list.length, 0));
  let firstVertex = 0;
  let firstCorner = 0;
  for (const [n, { position, world }] of parts.entries()) {
    for (let at = 0; at < position.getCount(); at++)
      positions.set(transformPoint(world, position.getElement(at, [])), (firstVertex + at) * 3);
    const list = corners[n] ?? [];
    for (let at = 0; at < list.length; at++)
      triangles[firstCorner + at] = (list[at] ?? 0) + firstVertex;
    firstVertex += position.getCount();
    firstCorner += list.length;
  }
  return { positions, triangles, meshes };
}

function listParts(document: Document): { parts: Part[]; meshes: number } {
  const root = document.getRoot();
  const scene = root.getDefaultScene() ?? root.listScenes()[0];
  const parts: Part[] = [];
  let meshes = 0;
  scene?.traverse((node) => {
    const mesh = node.getMesh();
    if (!mesh) return;
    meshes++;
    const world = node.getWorldMatrix();
    for (const primitive of mesh.listPrimitives()) {
      const position = primitive.getAttribute("POSITION");
      if (position && primitive.getMode() >= TRIANGLES) parts.push({ primitive, position, world });
    }
  });
  return { parts, meshes };
}

/** Corners of whole triangles; strips and fans are written out. */
function cornersOf(primitive: Primitive, vertices: number): ArrayLike<number> {
  const indices =
    primitive.getIndices()?.getArray() ?? Uint32Array.from({ length: vertices }, (_, n) => n);
  const mode = primitive.getMode();
  if (mode === TRIANGLES) return indices;
  const corners: number[] = [];
  for (let n = 2; n < indices.length; n++) {
    const [a, b, c] = [indices[n - 2] ?? 0, indices[n - 1] ?? 0, indices[n] ?? 0];
    if (mode === TRIANGLE_FAN) corners.push(indices[0] ?? 0, b, c);
    else corners.push(...(n % 2 === 0 ? [a, b, c] : [b, a, c]));
  }
  return corners;
}

/** Axis-aligned box of the vertices that triangles use; null without triangles. */
export function boundsOf({ positions, triangles }: TriangleSoup): Bounds | null {
  if (triangles.length === 0) return null;
  const min: Triple = [Infinity, Infinity, Infinity];
  const max: Triple = [-Infinity, -Infinity, -Infinity];
  for (const vertex of triangles)
    for (const axis of AXES) {
      const value = positions[vertex * 3 + axis] ?? 0;
      if (value < min[axis]) min[axis] = value;
      if (value > max[axis]) max[axis] = value;
    }
  return { min, max };
}

const AXES = [0, 1, 2] as const;
export type Triple = [x: number, y: number, z: number];
export type Bounds = { min: Triple; max: Triple };

/** Length of the box's diagonal. */
export function diagonalOf({ min, max }: Bounds): number {
  return Math.hypot(max[0] - min[0], max[1] - min[1], max[2] - min[2]);
}
