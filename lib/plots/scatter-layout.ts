import { type Box, type PlacedLabel, placeLabels } from "./place-labels";
import { linearScale, numberScale, type Scale } from "./scale";
import type { Scatter, ScatterPoint } from "./scatter";
import { shortenText } from "./text-width";

/** A picture's size in pixels and what fits into it. */
export type ScatterSize = {
  width: number;
  height: number;
  fontPx: number;
  /** The most names, and how wide one may be. */
  names: number;
  nameWidth: number;
  ticks: { x: number; y: number };
};

export type ScatterLayout = {
  size: ScatterSize;
  /** Where the axes span. */
  frame: Box;
  x: Scale;
  y: Scale;
  dots: { x: number; y: number; isOnFront: boolean }[];
  whiskers: { x: number; top: number; bottom: number }[];
  radius: number;
  /** Corners of the front's steps, left to right; null where there is none to draw. */
  front: [x: number, y: number][] | null;
  labels: PlacedLabel[];
};

/** Of the dots, and so many entrants make a crowd: smaller dots, and half the names. */
const RADIUS = { few: 4, crowd: 3 };
const CROWD = 30;

/** Room around the axes: figures of the ratings to the left, those of the metric below. */
const MARGIN = { left: 44, top: 26, right: 12, bottom: 42 };

/** Where everything of a scatter plot stands. Ratings run upwards. */
export function layOutScatter(scatter: Scatter, size: ScatterSize): ScatterLayout {
  const { points } = scatter;
  const frame = {
    left: MARGIN.left,
    top: MARGIN.top,
    right: size.width - MARGIN.right,
    bottom: size.height - MARGIN.bottom,
  };
  const x = numberScale({
    values: points.map((point) => point.x),
    range: [frame.left, frame.right],
    count: size.ticks.x,
  });
  const y = linearScale({
    values: points.flatMap(({ rating, lower, upper }) => [
      rating,
      lower ?? rating,
      upper ?? rating,
    ]),
    range: [frame.bottom, frame.top],
    count: size.ticks.y,
  });
  // Room beyond the whole is no share.
  if (scatter.metric.kind === "share") x.ticks = x.ticks.filter((tick) => tick <= 1);
  const onFront = new Set(scatter.front ?? []);
  const dots = points.map((point) => ({
    ...{ x: x.toPixel(point.x), y: y.toPixel(point.rating) },
    isOnFront: onFront.has(point.slug),
  }));
  const whiskers = points.flatMap(({ lower, upper }, index) =>
    lower === null || upper === null
      ? []
      : [{ x: dots[index]?.x ?? 0, top: y.toPixel(upper), bottom: y.toPixel(lower) }],
  );
  const front = scatter.front && stepsOf(dots, frame);
  const radius = points.length > CROWD ? RADIUS.crowd : RADIUS.few;
  return {
    ...{ size, frame, x, y, dots, whiskers, front, radius },
    labels: nameDots(points, dots, {
      ...{ size, frame, radius },
      avoid: [...whiskers.map(toWhiskerBox), ...toStepBoxes(front ?? [])],
    }),
  };
}

/** The best rating that so much can buy: level until the next better one, then up. */
function stepsOf(dots: ScatterLayout["dots"], frame: Box): [number, number][] {
  const corners: [number, number][] = [];
  const front = dots.filter(({ isOnFront }) => isOnFront).sort((one, other) => one.x - other.x);
  for (const { x, y } of front) {
    const before = corners.at(-1);
    if (before) corners.push([x, before[1]]);
    corners.push([x, y]);
  }
  const last = corners.at(-1);
  if (last) corners.push([frame.right, last[1]]);
  return corners;
}

type Naming = { size: ScatterSize; frame: Box; radius: number; avoid: Box[] };

/** Who is on the front is named first, then by rating. */
function nameDots(
  points: readonly ScatterPoint[],
  dots: ScatterLayout["dots"],
  { size, frame, radius, avoid }: Naming,
): PlacedLabel[] {
  const named = dots.map((dot, index) => ({
    ...dot,
    text: shortenText(points[index]?.name ?? "", size.fontPx, size.nameWidth),
  }));
  named.sort((one, other) => Number(other.isOnFront) - Number(one.isOnFront));
  return placeLabels({
    points: named,
    most: points.length > CROWD ? size.names / 2 : size.names,
    bounds: { ...frame, top: frame.top - 6, right: frame.right + 6 },
    fontPx: size.fontPx,
    ...{ radius, avoid },
  });
}

function toWhiskerBox({ x, top, bottom }: { x: number; top: number; bottom: number }): Box {
  return { left: x - 1, right: x + 1, top, bottom };
}

function toStepBoxes(corners: readonly [number, number][]): Box[] {
  return corners.slice(1).map(([x, y], index) => {
    const [fromX, fromY] = corners[index] ?? [x, y];
    return {
      left: Math.min(x, fromX) - 1,
      right: Math.max(x, fromX) + 1,
      top: Math.min(y, fromY) - 1,
      bottom: Math.max(y, fromY) + 1,
    };
  });
}
