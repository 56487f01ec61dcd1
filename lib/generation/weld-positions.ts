/** Cells of the search grid are this many tolerances wide, so that each holds a bounded number of points. */
const CELL_TOLERANCES = 4;

/**
 * Numbers positions so that those within `tolerance` (in their own unit) of an earlier one share its
 * number: exporters split vertices at hard edges, and parts that touch repeat them.
 * Representatives lie further than the tolerance from one another, which bounds a cell's list and so
 * the whole to about linear time, whatever the positions are.
 */
export function weldPositions(positions: Float64Array, tolerance: number): Uint32Array {
  const count = positions.length / 3;
  const welded = new Uint32Array(count);
  const grid = new PointGrid(positions, Math.max(tolerance, Number.MIN_VALUE));
  for (let point = 0; point < count; point++) {
    const known = grid.findNear(point);
    welded[point] = known === -1 ? grid.add(point) : known;
  }
  return welded;
}

class PointGrid {
  readonly #positions: Float64Array;
  readonly #tolerance: number;
  readonly #cell: number;
  readonly #origin: number[];
  /** Hash table of lists; lists of different cells may mix, the distance tells them apart. */
  readonly #heads: Int32Array;
  readonly #next: Int32Array;
  readonly #mask: number;

  constructor(positions: Float64Array, tolerance: number) {
    const count = positions.length / 3;
    this.#positions = positions;
    this.#tolerance = tolerance;
    this.#cell = tolerance * CELL_TOLERANCES;
    this.#origin = [0, 1, 2].map((axis) => minimumOf(positions, axis));
    const size = 2 ** Math.ceil(Math.log2(Math.max(16, count * 2)));
    this.#mask = size - 1;
    this.#heads = new Int32Array(size).fill(-1);
    this.#next = new Int32Array(count).fill(-1);
  }

  add(point: number): number {
    const [x, y, z] = this.#coordinates(point);
    const slot = this.#slot(this.#along(x, 0), this.#along(y, 1), this.#along(z, 2));
    this.#next[point] = this.#heads[slot] ?? -1;
    this.#heads[slot] = point;
    return point;
  }

  findNear(point: number): number {
    const [x, y, z] = this.#coordinates(point);
    const reach = this.#tolerance;
    for (let i = this.#along(x - reach, 0); i <= this.#along(x + reach, 0); i++)
      for (let j = this.#along(y - reach, 1); j <= this.#along(y + reach, 1); j++)
        for (let k = this.#along(z - reach, 2); k <= this.#along(z + reach, 2); k++) {
          const found = this.#searchCell(this.#slot(i, j, k), x, y, z);
          if (found !== -1) return found;
        }
    return -1;
  }

  #searchCell(slot: number, x: number, y: number, z: number): number {
    const limit = this.#tolerance ** 2;
    for (let at = this.#heads[slot] ?? -1; at !== -1; at = this.#next[at] ?? -1) {
      const [ax, ay, az] = this.#coordinates(at);
      if ((ax - x) ** 2 + (ay - y) ** 2 + (az - z) ** 2 <= limit) return at;
    }
    return -1;
  }

  #coordinates(point: number): [number, number, number] {
    const at = point * 3;
    const positions = this.#positions;
    return [positions[at] ?? 0, positions[at + 1] ?? 0, positions[at + 2] ?? 0];
  }

  #along(value: number, axis: number): number {
    return Math.floor((value - (this.#origin[axis] ?? 0)) / this.#cell);
  }

  #slot(i: number, j: number, k: number): number {
    const mixed = Math.imul(i, 73_856_093) ^ Math.imul(j, 19_349_663) ^ Math.imul(k, 83_492_791);
    return (mixed ^ (mixed >>> 15)) & this.#mask;
  }
}

function minimumOf(positions: Float64Array, axis: number): number {
  let least = Number.POSITIVE_INFINITY;
  for (let at = axis; at < positions.length; at += 3) least = Math.min(least, positions[at] ?? 0);
  return least;
}
