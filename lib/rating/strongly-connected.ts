import type { PairColumns } from "./pair-columns";

/**
 * Whether everyone in 0..size−1 is in one strongly connected component of "has points over": the quick
 * yes or no for a thousand resamples, on a dense table. `findRated` says who is and why.
 */
export function isStronglyConnected({ size, a, b, n, pointsA }: PairColumns): boolean {
  const beats = new Uint8Array(size * size);
  for (let cell = 0; cell < a.length; cell++) {
    const first = a[cell] ?? 0;
    const second = b[cell] ?? 0;
    const points = pointsA[cell] ?? 0;
    if (points > 0) beats[first * size + second] = 1;
    if (points < (n[cell] ?? 0)) beats[second * size + first] = 1;
  }
  return reachesAll(beats, size, size, 1) && reachesAll(beats, size, 1, size);
}

/** Breadth-first from 0; entry (from, to) is at from·fromStep + to·toStep. */
function reachesAll(beats: Uint8Array, size: number, fromStep: number, toStep: number): boolean {
  const seen = new Uint8Array(size);
  const queue = new Int32Array(size);
  let length = 1;
  seen[0] = 1;
  for (let head = 0; head < length; head++) {
    const from = queue[head] ?? 0;
    for (let to = 0; to < size; to++) {
      if (seen[to] === 1 || beats[from * fromStep + to * toStep] !== 1) continue;
      seen[to] = 1;
      queue[length++] = to;
    }
  }
  return length >= size;
}
