/**
 * Okabe and Ito's colours, told apart in every common kind of colour blindness, each darkened or lightened until it
 * keeps 3:1 with the page in its theme. The second round through them is dashed, and every line ends in a mark of
 * its own shape beside its name: colour is never all there is.
 */
export const SERIES_COLOURS = [
  { light: "#0072b2", dark: "#56b4e9" },
  { light: "#c24e00", dark: "#f08a45" },
  { light: "#00805d", dark: "#2cc295" },
  { light: "#a8457d", dark: "#e39ac3" },
  { light: "#8a5d00", dark: "#e69f00" },
  { light: "#3f4657", dark: "#c9ced9" },
] as const;

/** Marks of radius 1 around 0, 0. */
const MARKS = [
  "M-1 0a1 1 0 1 0 2 0a1 1 0 1 0-2 0Z",
  "M-.9-.9h1.8v1.8h-1.8Z",
  "M0-1.15 1.1.85H-1.1Z",
  "M0-1.25 1.25 0 0 1.25-1.25 0Z",
  "M0 1.15-1.1-.85H1.1Z",
  "M-.35-1.1h.7v.75h.75v.7h-.75v.75h-.7v-.75h-.75v-.7h.75Z",
] as const;

export type SeriesStyle = { colour: string; dash: string | undefined; mark: string };

/** The most lines that can be told apart. */
export const MOST_SERIES = SERIES_COLOURS.length * 2;

/** How the n-th line is drawn. */
export function seriesStyle(index: number): SeriesStyle {
  const place = index % SERIES_COLOURS.length;
  const { light, dark } = SERIES_COLOURS[place] ?? SERIES_COLOURS[0];
  return {
    colour: `light-dark(${light}, ${dark})`,
    dash: index < SERIES_COLOURS.length ? undefined : "6 3",
    mark: MARKS[place] ?? MARKS[0],
  };
}

/** One hue for shares from nothing to all, so light or so dark that ink keeps 4.5:1 on all of it. */
export const SHARE_COLOUR = { light: "#4aa3df", dark: "#0a66a0" } as const;
