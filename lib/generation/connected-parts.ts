import { UnionFind } from "@/lib/generation/union-find";

/** A mesh after welding: number of each vertex, and three of them a triangle. */
export type WeldedMesh = { positions: Float64Array; triangles: Uint32Array };

export type ConnectedParts = {
  /** By triangle: the part it belongs to, from 0. */
  partOf: Uint32Array;
  /** Surface by part, in square units of the positions. */
  areas: Float64Array;
};

/** Parts of a mesh: triangles that share a vertex belong together. Numbered in order of appearance. */
export function findConnectedParts(mesh: WeldedMesh): ConnectedParts {
  const { positions, triangles } = mesh;
  const sets = new UnionFind(positions.length / 3);
  for (let at = 0; at < triangles.length; at += 3) {
    sets.union(triangles[at] ?? 0, triangles[at + 1] ?? 0);
    sets.union(triangles[at] ?? 0, triangles[at + 2] ?? 0);
  }
  const numbers = new Map<number, number>();
  const areas: number[] = [];
  const partOf = new Uint32Array(triangles.length / 3);
  for (let n = 0; n < partOf.length; n++) {
    const root = sets.find(triangles[n * 3] ?? 0);
    const part = numbers.get(root) ?? numbers.size;
    numbers.set(root, part);
    partOf[n] = part;
    areas[part] = (areas[part] ?? 0) + triangleArea(mesh, n);
  }
  return { partOf, areas: Float64Array.from(areas) };
}

/** Half the cross product of two sides. */
function triangleArea({ positions, triangles }: WeldedMesh, triangle: number): number {
  const corner = (n: number, axis: number) =>
    positions[(triangles[triangle * 3 + n] ?? 0) * 3 + axis] ?? 0;
  const side = (n: number, axis: number) => corner(n, axis) - corner(0, axis);
  const x = side(1, 1) * side(2, 2) - side(1, 2) * side(2, 1);
  const y = side(1, 2) * side(2, 0) - side(1, 0) * side(2, 2);
  const z = side(1, 0) * side(2, 1) - side(1, 1) * side(2, 0);
  return Math.hypot(x, y, z) / 2;
}

/**
 * Whether every edge belongs to exactly two triangles that run along it in opposite directions: a
 * closed, consistently oriented surface. Triangles that welding made degenerate do not count.
 */
export function isWatertight({ positions, triangles }: WeldedMesh): boolean {
  const vertices = positions.length / 3;
  const edges: number[] = [];
  for (let at = 0; at < triangles.length; at += 3) {
    const [a, b, c] = [triangles[at] ?? 0, triangles[at + 1] ?? 0, triangles[at + 2] ?? 0];
    if (a === b || b === c || c === a) continue;
    edges.push(a * vertices + b, b * vertices + c, c * vertices + a);
  }
  if (edges.length === 0) return false;
  const forward = Float64Array.from(edges).sort();
  const backward = Float64Array.from(edges, (edge) => {
    const from = Math.floor(edge / vertices);
    return (edge - from * vertices) * vertices + from;
  }).sort();
  return forward.every((edge, n) => edge === backward[n] && edge !== forward[n + 1]);
}
