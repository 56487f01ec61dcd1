/**
 * The points that no other beats: none has at most as much `x` and at least as much `y`, with one of the two
 * strictly better. Indices by ascending x, then descending y; equal points are all on the front.
 */
export function paretoFront(points: readonly { x: number; y: number }[]): number[] {
  const order = points.map((_, index) => index);
  order.sort((i, j) => at(points, i).x - at(points, j).x || at(points, j).y - at(points, i).y);
  const front: number[] = [];
  for (const index of order) {
    const last = front.at(-1);
    const point = at(points, index);
    const best = last === undefined ? null : at(points, last);
    const isEqual = best !== null && best.x === point.x && best.y === point.y;
    if (best === null || point.y > best.y || isEqual) front.push(index);
  }
  return front;
}

function at(points: readonly { x: number; y: number }[], index: number): { x: number; y: number } {
  return points[index] ?? { x: Number.POSITIVE_INFINITY, y: Number.NEGATIVE_INFINITY };
}
