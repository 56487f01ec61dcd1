/** What lies behind both objects. "mid" is the backdrop that posters have too. Knows no three.js. */
export const BACKGROUNDS = ["light", "mid", "dark", "checker"] as const;
export type Background = (typeof BACKGROUNDS)[number];

/** As drawn; null where the page's own pattern shows through (globals.css). */
export const BACKGROUND_COLORS = {
  light: "#fafafa",
  mid: "#e4e4e7",
  dark: "#27272a",
  checker: null,
} as const satisfies Record<Background, string | null>;
