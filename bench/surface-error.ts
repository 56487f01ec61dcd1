import { readGlb } from "@/lib/generation/gltf-io";
import {
  boundsOf,
  collectTriangles,
  diagonalOf,
  type TriangleSoup,
  type Triple,
} from "@/lib/generation/triangle-soup";
import { seededRandom } from "@/lib/random";

const SAMPLES = 20_000;
/** Cells along the longest side. */
const CELLS = 96;

/**
 * How far two objects' surfaces are apart, as a share of the first one's diagonal: the greatest
 * distance of sampled points (seed 1) of either surface to the other one.
 */
export async function surfaceError(one: Uint8Array, other: Uint8Array): Promise<number> {
  const [a, b] = [collectTriangles(await readGlb(one)), collectTriangles(await readGlb(other))];
  const bounds = boundsOf(a);
  if (!bounds) throw new Error("no triangle to measure");
  return (
    Math.max(farthest(a, new TriangleGrid(b)), farthest(b, new TriangleGrid(a))) /
    diagonalOf(bounds)
  );
}

function farthest(from: TriangleSoup, to: TriangleGrid): number {
  let most = 0;
  for (const point of samplePoints(from)) most = Math.max(most, to.distance(point));
  return most;
}

/** Points spread evenly over the area. */
function samplePoints(soup: TriangleSoup): Triple[] {
  const random = seededRandom(1);
  const count = soup.triangles.length / 3;
  const ends = new Float64Array(count);
  let total = 0;
  for (let n = 0; n < count; n++) {
    total += areaOf(cornersOf(soup, n));
    ends[n] = total;
  }
  return Array.from({ length: SAMPLES }, () => {
    const at = random() * total;
    let [low, high] = [0, count - 1];
    while (low < high) {
      const middle = (low + high) >> 1;
      if ((ends[middle] ?? 0) < at) low = middle + 1;
      else high = middle;
    }
    const [a, b, c] = cornersOf(soup, low);
    const root = Math.sqrt(random());
    const share = random();
    return mix([a, 1 - root], [b, root * (1 - share)], [c, root * share]);
  });
}

/** Triangles by the cells that their boxes touch. */
class TriangleGrid {
  readonly #soup: TriangleSoup;
  readonly #cells = new Map<number, number[]>();
  readonly #min: Triple;
  readonly #size: number;

  constructor(soup: TriangleSoup) {
    const bounds = boundsOf(soup);
    if (!bounds) throw new Error("no triangle to measure");
    const { min, max } = bounds;
    this.#soup = soup;
    this.#min = min;
    this.#size = Math.max(max[0] - min[0], max[1] - min[1], max[2] - min[2]) / CELLS;
    for (let n = 0; n < soup.triangles.length / 3; n++) {
      // One without area adds nothing to its neighbours' edges, and has no nearest point to compute.
      if (areaOf(cornersOf(soup, n)) === 0) continue;
      const corners = cornersOf(soup, n).map((corner) => this.#cellOf(corner));
      const along = (axis: 0 | 1 | 2) => corners.map((cell) => cell[axis]);
      const [x, y, z] = [along(0), along(1), along(2)];
      for (let i = Math.min(...x); i <= Math.max(...x); i++)
        for (let j = Math.min(...y); j <= Math.max(...y); j++)
          for (let k = Math.min(...z); k <= Math.max(...z); k++) this.#put(key(i, j, k), n);
    }
  }

  /** To the nearest triangle: ring by ring, until no nearer one can be in the next. */
  distance(point: Triple): number {
    const [x, y, z] = this.#cellOf(point);
    let nearest = Number.POSITIVE_INFINITY;
    for (let ring = 0; ring <= 2 * CELLS && (ring - 1) * this.#size <= nearest; ring++)
      for (let i = -ring; i <= ring; i++)
        for (let j = -ring; j <= ring; j++) {
          const isShell = Math.abs(i) === ring || Math.abs(j) === ring;
          for (let k = -ring; k <= ring; k += isShell ? 1 : 2 * ring)
            for (const n of this.#cells.get(key(x + i, y + j, z + k)) ?? [])
              nearest = Math.min(nearest, distanceTo(point, cornersOf(this.#soup, n)));
        }
    return nearest;
  }

  #cellOf(point: Triple): Triple {
    const along = (axis: 0 | 1 | 2) => Math.floor((point[axis] - this.#min[axis]) / this.#size);
    return [along(0), along(1), along(2)];
  }

  #put(cell: number, triangle: number): void {
    const there = this.#cells.get(cell);
    if (there) there.push(triangle);
    else this.#cells.set(cell, [triangle]);
  }
}

function key(x: number, y: number, z: number): number {
  return (x + 1024) * 2 ** 24 + (y + 1024) * 2 ** 12 + z + 1024;
}

function cornersOf({ positions, triangles }: TriangleSoup, n: number): [Triple, Triple, Triple] {
  const corner = (at: number): Triple => {
    const first = (triangles[n * 3 + at] ?? 0) * 3;
    return [positions[first] ?? 0, positions[first + 1] ?? 0, positions[first + 2] ?? 0];
  };
  return [corner(0), corner(1), corner(2)];
}

/** Twice the area, as all that it is used for is comparing. */
function areaOf([a, b, c]: [Triple, Triple, Triple]): number {
  return length(cross(minus(b, a), minus(c, a)));
}

/** Point to triangle (Ericson, Real-Time Collision Detection, 5.1.5). */
function distanceTo(p: Triple, [a, b, c]: [Triple, Triple, Triple]): number {
  const [ab, ac, ap] = [minus(b, a), minus(c, a), minus(p, a)];
  const [d1, d2] = [dot(ab, ap), dot(ac, ap)];
  if (d1 <= 0 && d2 <= 0) return length(ap);
  const bp = minus(p, b);
  const [d3, d4] = [dot(ab, bp), dot(ac, bp)];
  if (d3 >= 0 && d4 <= d3) return length(bp);
  const cp = minus(p, c);
  const [d5, d6] = [dot(ab, cp), dot(ac, cp)];
  if (d6 >= 0 && d5 <= d6) return length(cp);
  const vc = d1 * d4 - d3 * d2;
  if (vc <= 0 && d1 >= 0 && d3 <= 0) return length(minus(p, mix([a, 1], [ab, d1 / (d1 - d3)])));
  const vb = d5 * d2 - d1 * d6;
  if (vb <= 0 && d2 >= 0 && d6 <= 0) return length(minus(p, mix([a, 1], [ac, d2 / (d2 - d6)])));
  const va = d3 * d6 - d5 * d4;
  if (va <= 0 && d4 - d3 >= 0 && d5 - d6 >= 0) {
    const share = (d4 - d3) / (d4 - d3 + (d5 - d6));
    return length(minus(p, mix([b, 1 - share], [c, share])));
  }
  const sum = va + vb + vc;
  return length(minus(p, mix([a, 1], [ab, vb / sum], [ac, vc / sum])));
}

function minus(a: Triple, b: Triple): Triple {
  return [a[0] - b[0], a[1] - b[1], a[2] - b[2]];
}

function mix(...parts: readonly (readonly [Triple, number])[]): Triple {
  const sum: Triple = [0, 0, 0];
  for (const [point, share] of parts)
    for (const axis of [0, 1, 2] as const) sum[axis] += point[axis] * share;
  return sum;
}

function dot(a: Triple, b: Triple): number {
  return a[0] * b[0] + a[1] * b[1] + a[2] * b[2];
}

function cross(a: Triple, b: Triple): Triple {
  return [a[1] * b[2] - a[2] * b[1], a[2] * b[0] - a[0] * b[2], a[0] * b[1] - a[1] * b[0]];
}

function length(a: Triple): number {
  return Math.hypot(a[0], a[1], a[2]);
}
