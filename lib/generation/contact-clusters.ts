import type { ConnectedParts, WeldedMesh } from "@/lib/generation/connected-parts";
import { type Bounds, diagonalOf, type Triple } from "@/lib/generation/triangle-soup";
import { UnionFind } from "@/lib/generation/union-find";

/**
 * Parts touch when their surfaces run through the same or neighbouring cells of a grid. With cells of
 * 0.6 % of the diagonal, what touches always joins and what lies 2.1 % away never does: about 1 %.
 */
const CELL_SHARE = 0.006;
/** Samples this share of a cell apart leave no neighbour of a touching surface out. */
const SAMPLE_SPACING = 0.75;
/** Bounds time on surfaces of millions of large triangles, for which the cells are widened. */
const MOST_SAMPLES = 12_000_000;

/**
 * Groups parts that touch one another. Returns the group of each part, as the number of one of its
 * members.
 */
export function findContactClusters(
  mesh: WeldedMesh,
  parts: ConnectedParts,
  bounds: Bounds,
): Uint32Array {
  const clusters = new UnionFind(parts.areas.length);
  if (parts.areas.length > 1) {
    const cell = cellSize(mesh, diagonalOf(bounds) * CELL_SHARE);
    const grid = createGrid(bounds, cell);
    const occupied = fillCells(mesh, { partOf: parts.partOf, grid, clusters });
    joinNeighbours(occupied, grid, clusters);
  }
  return Uint32Array.from(parts.areas, (_, part) => clusters.find(part));
}

type Grid = {
  origin: Triple;
  cell: number;
  /** Distance in `owners` from a cell to the next along x and along y; along z it is 1. */
  strideX: number;
  strideY: number;
  /** By cell: the first part seen in it, or -1. */
  owners: Int32Array;
};

/** A grid over the bounds with a cell to spare on every side: at most about a million cells. */
function createGrid({ min, max }: Bounds, cell: number): Grid {
  const cells = (axis: 0 | 1 | 2) => Math.ceil((max[axis] - min[axis]) / cell) + 3;
  const strideY = cells(2);
  const strideX = cells(1) * strideY;
  const owners = new Int32Array(cells(0) * strideX).fill(-1);
  const origin: Triple = [min[0] - cell, min[1] - cell, min[2] - cell];
  return { origin, cell, strideX, strideY, owners };
}

type Filling = { partOf: Uint32Array; grid: Grid; clusters: UnionFind };

/** Walks samples over every triangle; parts in one cell become one cluster. Returns the cells in use. */
function fillCells({ positions, triangles }: WeldedMesh, filling: Filling): number[] {
  const { partOf, grid, clusters } = filling;
  const { origin, cell, strideX, strideY, owners } = grid;
  const occupied: number[] = [];
  for (let at = 0; at < triangles.length; at += 3) {
    const part = partOf[at / 3] ?? 0;
    const steps = stepsOf({ positions, triangles }, at, cell);
    const a = (triangles[at] ?? 0) * 3;
    const b = (triangles[at + 1] ?? 0) * 3;
    const c = (triangles[at + 2] ?? 0) * 3;
    const along = (axis: 0 | 1 | 2) => {
      const start = positions[a + axis] ?? 0;
      const u = ((positions[b + axis] ?? 0) - start) / steps / cell;
      const v = ((positions[c + axis] ?? 0) - start) / steps / cell;
      return { start: (start - origin[axis]) / cell, u, v };
    };
    const [x, y, z] = [along(0), along(1), along(2)];
    for (let i = 0; i <= steps; i++)
      for (let j = 0; i + j <= steps; j++) {
        const column = (x.start + i * x.u + j * x.v) | 0;
        const row = (y.start + i * y.u + j * y.v) | 0;
        const layer = (z.start + i * z.u + j * z.v) | 0;
        const index = column * strideX + row * strideY + layer;
        const owner = owners[index] ?? -1;
        if (owner === -1) {
          owners[index] = part;
          occupied.push(index);
        } else if (owner !== part) {
          clusters.union(owner, part);
        }
      }
  }
  return occupied;
}

function joinNeighbours(occupied: readonly number[], grid: Grid, clusters: UnionFind): void {
  const { strideX, strideY, owners } = grid;
  const steps: number[] = [];
  for (const i of [-1, 0, 1])
    for (const j of [-1, 0, 1])
      for (const k of [-1, 0, 1]) steps.push(i * strideX + j * strideY + k);
  // Half of the 26: each pair of neighbours is met once.
  const forward = steps.filter((step) => step > 0);
  for (const at of occupied)
    for (const step of forward) {
      const neighbour = owners[at + step] ?? -1;
      if (neighbour !== -1) clusters.union(owners[at] ?? 0, neighbour);
    }
}

/** Into how many steps a triangle's sides are cut. */
function stepsOf({ positions, triangles }: WeldedMesh, at: number, cell: number): number {
  const a = (triangles[at] ?? 0) * 3;
  const b = (triangles[at + 1] ?? 0) * 3;
  const c = (triangles[at + 2] ?? 0) * 3;
  const longest = Math.max(
    squaredDistance(positions, a, b),
    squaredDistance(positions, b, c),
    squaredDistance(positions, c, a),
  );
  return Math.max(1, Math.ceil(Math.sqrt(longest) / (cell * SAMPLE_SPACING)));
}

function squaredDistance(positions: Float64Array, a: number, b: number): number {
  const x = (positions[a] ?? 0) - (positions[b] ?? 0);
  const y = (positions[a + 1] ?? 0) - (positions[b + 1] ?? 0);
  const z = (positions[a + 2] ?? 0) - (positions[b + 2] ?? 0);
  return x * x + y * y + z * z;
}

function cellSize(mesh: WeldedMesh, wanted: number): number {
  let samples = 0;
  for (let at = 0; at < mesh.triangles.length; at += 3) {
    const steps = stepsOf(mesh, at, wanted);
    samples += ((steps + 1) * (steps + 2)) / 2;
  }
  return samples <= MOST_SAMPLES ? wanted : wanted * Math.sqrt(samples / MOST_SAMPLES);
}
