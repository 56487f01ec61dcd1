type Point = { x: number; y: number };

/** Tenths of a pixel are all that can be seen, and keep the page small. */
export function roundPixels(pixels: number): number {
  return Math.round(pixels * 10) / 10;
}

const pair = (x: number, y: number) => `${roundPixels(x)} ${roundPixels(y)}`;

/** A line through points, as the `d` of a path. */
export function linePath(points: readonly Point[]): string {
  return points.map(({ x, y }, index) => `${index === 0 ? "M" : "L"}${pair(x, y)}`).join("");
}

/** Points, for a path with round line caps: its stroke's width is their diameter. One element for any number of them. */
export function dotsPath(points: readonly Point[]): string {
  return points.map(({ x, y }) => `M${pair(x, y)}h0`).join("");
}

/** Vertical intervals, with a bar of `cap` pixels across each end. */
export function whiskersPath(
  whiskers: readonly { x: number; top: number; bottom: number }[],
  cap: number,
): string {
  const bar = (x: number, y: number) => (cap > 0 ? `M${pair(x - cap / 2, y)}h${cap}` : "");
  return whiskers
    .map(
      ({ x, top, bottom }) =>
        `M${pair(x, top)}V${roundPixels(bottom)}${bar(x, top)}${bar(x, bottom)}`,
    )
    .join("");
}

/** Rectangles of one size by their upper left corners. */
export function rectanglesPath(
  corners: readonly Point[],
  { width, height }: { width: number; height: number },
): string {
  const shape = `h${roundPixels(width)}v${roundPixels(height)}h${roundPixels(-width)}Z`;
  return corners.map(({ x, y }) => `M${pair(x, y)}${shape}`).join("");
}
