import type { BarSize } from "@/lib/plots/bar-layout";
import type { HistorySize } from "@/lib/plots/history-layout";
import type { RankSize } from "@/lib/plots/rank-layout";
import type { ScatterSize } from "@/lib/plots/scatter-layout";

/**
 * Each plot is laid out for about the width at which it is shown, because letters must be as large on a phone as on a
 * screen: "narrow" fills a phone and a third of a screen, "half" and "full" a screen's parts.
 */
const NARROW = { width: 352, fontPx: 12.5 };

export const SCATTER_SIZES = {
  narrow: { ...NARROW, height: 300, names: 14, nameWidth: 150, ticks: { x: 4, y: 5 } },
  half: { width: 536, height: 372, fontPx: 12.5, names: 32, nameWidth: 190, ticks: { x: 6, y: 6 } },
} satisfies Record<string, ScatterSize>;

export const HISTORY_SIZES = {
  narrow: {
    ...NARROW,
    height: 420,
    nameWidth: 122,
    hasRatings: false,
    ticks: { x: 2, y: 6 },
    whiskers: 3,
  },
  full: {
    width: 1100,
    height: 460,
    fontPx: 13,
    nameWidth: 210,
    hasRatings: true,
    ticks: { x: 7, y: 7 },
    whiskers: 8,
  },
} satisfies Record<string, HistorySize>;

export const RANK_SIZES = {
  narrow: { ...NARROW, names: "above" },
  full: { width: 1100, fontPx: 13, names: "beside" },
} satisfies Record<string, RankSize>;

export const BAR_SIZES = {
  narrow: { ...NARROW, nameWidth: 140 },
  full: { width: 760, fontPx: 13, nameWidth: 178 },
} satisfies Record<string, BarSize>;
