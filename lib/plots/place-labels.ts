import { textWidth } from "./text-width";

export type Box = { left: number; top: number; right: number; bottom: number };

/** A point to be named; points earlier in the list choose their place first. */
export type LabelledPoint = { x: number; y: number; text: string };

/** Where a name stands: the text's left end and its baseline. `leader` runs to names that stand further off. */
export type PlacedLabel = {
  index: number;
  x: number;
  baseline: number;
  text: string;
  leader: { x1: number; y1: number; x2: number; y2: number } | null;
};

export type LabelSpace = {
  points: readonly LabelledPoint[];
  /** The most that may be named. */
  most: number;
  bounds: Box;
  fontPx: number;
  /** Of a point's mark. */
  radius: number;
  /** Lines that names should rather not cross: whiskers, the front. */
  avoid: readonly Box[];
};

/** Directions from a point, the easiest to read first: right, left, then above, below and the corners. */
const DIRECTIONS: readonly { x: number; y: number }[] = [
  { x: 1, y: 0 },
  { x: -1, y: 0 },
  { x: 1, y: -0.8 },
  { x: 1, y: 0.8 },
  { x: -1, y: -0.8 },
  { x: -1, y: 0.8 },
  { x: 0, y: -1 },
  { x: 0, y: 1 },
];
/** Distances from the mark's rim in pixels; from the second on a leader shows whose name it is. */
const DISTANCES = [3, 12, 24, 36];
const LEADER_FROM = 12;
/** What it costs to cross a line, in steps of preference. */
const CROSSING = 3;

/**
 * Names points without letting a name touch another name, a mark or the edge: greedily, each takes the best place
 * that is left. A point for whose name there is no place has none.
 */
export function placeLabels(space: LabelSpace): PlacedLabel[] {
  const marks = space.points.map(({ x, y }) => around(x, y, space.radius + 1));
  const taken: Box[] = [];
  const placed: PlacedLabel[] = [];
  for (const [index, point] of space.points.entries()) {
    if (placed.length >= space.most) break;
    const best = bestPlace(point, { ...space, blocked: [...taken, ...marks] });
    if (!best) continue;
    taken.push(best.box);
    const { box, distance } = best;
    placed.push({
      index,
      x: box.left,
      baseline: box.bottom - space.fontPx * 0.22,
      text: point.text,
      leader: distance >= LEADER_FROM ? leaderTo(point, box) : null,
    });
  }
  return placed;
}

type Place = { box: Box; distance: number; cost: number };

function bestPlace(point: LabelledPoint, space: LabelSpace & { blocked: Box[] }): Place | null {
  const width = textWidth(point.text, space.fontPx);
  const height = space.fontPx * 1.1;
  let best: Place | null = null;
  for (const [ring, distance] of DISTANCES.entries()) {
    for (const [rank, direction] of DIRECTIONS.entries()) {
      const least = ring * DIRECTIONS.length + rank;
      if (best && least >= best.cost) return best;
      const reach = space.radius + distance;
      const centre = {
        x: point.x + direction.x * reach + (Math.sign(direction.x) * width) / 2,
        y: point.y + direction.y * (reach + height / 2),
      };
      const box = {
        left: centre.x - width / 2,
        right: centre.x + width / 2,
        top: centre.y - height / 2,
        bottom: centre.y + height / 2,
      };
      if (!isInside(box, space.bounds) || space.blocked.some((other) => touches(box, other)))
        continue;
      const crossings = space.avoid.filter((line) => touches(box, line)).length;
      const cost = least + crossings * CROSSING;
      if (!best || cost < best.cost) best = { box, distance, cost };
    }
  }
  return best;
}

/** From the mark's middle to the nearest point of the name's box. */
function leaderTo({ x, y }: LabelledPoint, box: Box): PlacedLabel["leader"] {
  const x2 = Math.min(Math.max(x, box.left), box.right);
  const y2 = Math.min(Math.max(y, box.top + 2), box.bottom - 2);
  return { x1: x, y1: y, x2, y2 };
}

function around(x: number, y: number, radius: number): Box {
  return { left: x - radius, right: x + radius, top: y - radius, bottom: y + radius };
}

function isInside(box: Box, bounds: Box): boolean {
  return (
    box.left >= bounds.left &&
    box.right <= bounds.right &&
    box.top >= bounds.top &&
    box.bottom <= bounds.bottom
  );
}

/** Whether two boxes overlap; edges may meet. */
export function touches(one: Box, other: Box): boolean {
  return (
    one.left < other.right &&
    other.left < one.right &&
    one.top < other.bottom &&
    other.top < one.bottom
  );
}
