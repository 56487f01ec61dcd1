import { expect, test } from "vitest";
import { MOST_SERIES, SERIES_COLOURS, SHARE_COLOUR, seriesStyle } from "./series-style";

/** The page and its cards, as the tokens canvas and surface come out in sRGB. */
const GROUNDS = { light: ["#fafafb", "#ffffff"], dark: ["#101114", "#18191d"] };
const INK = { light: "#16181f", dark: "#f0f0f2" };

function luminance(hex: string): number {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => {
    const value = Number.parseInt(hex.slice(at, at + 2), 16) / 255;
    return value <= 0.04045 ? value / 12.92 : ((value + 0.055) / 1.055) ** 2.4;
  });
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** WCAG 2.2 contrast ratio. */
function contrast(one: string, other: string): number {
  const [light = 0, dark = 0] = [luminance(one), luminance(other)].sort((x, y) => y - x);
  return (light + 0.05) / (dark + 0.05);
}

test("every line keeps 3:1 with the page in both themes", () => {
  for (const theme of ["light", "dark"] as const)
    for (const ground of GROUNDS[theme])
      for (const colour of SERIES_COLOURS)
        expect(contrast(colour[theme], ground)).toBeGreaterThan(3);
});

test("no two lines look the same", () => {
  const styles = Array.from({ length: MOST_SERIES }, (_, index) => seriesStyle(index));
  expect(new Set(styles.map(({ colour, dash }) => `${colour} ${dash}`)).size).toBe(MOST_SERIES);
});

test("a figure can be read on the deepest share", () => {
  for (const theme of ["light", "dark"] as const)
    expect(contrast(SHARE_COLOUR[theme], INK[theme])).toBeGreaterThan(4.5);
});
