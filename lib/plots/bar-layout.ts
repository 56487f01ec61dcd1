import { shortenText } from "./text-width";

export type Bar = { name: string; value: number };

export type BarSize = { width: number; fontPx: number; nameWidth: number };

/** A bar, or a line that stands for those left out in the middle. */
export type BarRow =
  | { kind: "bar"; y: number; name: string; value: number; length: number }
  | { kind: "gap"; y: number; count: number; from: number; to: number };

export type BarLayout = {
  width: number;
  height: number;
  fontPx: number;
  /** Where bars begin. */
  left: number;
  barHeight: number;
  rows: BarRow[];
};

/** With more bars than this the middle is left out: the ends say whether anyone is short of battles. */
export const MOST_BARS = 40;
const ENDS = 15;

const ROW_HEIGHT = 22;
const BAR_HEIGHT = 14;
/** Beyond the longest bar, for its figure. */
const FIGURE_WIDTH = 56;

/** Horizontal bars from zero, in the order given. */
export function layOutBars(bars: readonly Bar[], { width, fontPx, nameWidth }: BarSize): BarLayout {
  const left = nameWidth + 10;
  const most = Math.max(1, ...bars.map(({ value }) => value));
  const longest = width - left - FIGURE_WIDTH;
  const entries = bars.length > MOST_BARS ? withoutMiddle(bars) : bars.map((bar) => [bar]);
  const rows = entries.map((entry, index): BarRow => {
    const y = index * ROW_HEIGHT;
    const [first, ...others] = entry;
    const last = others.at(-1);
    if (first && last)
      return { kind: "gap", y, count: entry.length, from: last.value, to: first.value };
    const { name, value } = first ?? { name: "", value: 0 };
    const length = (value / most) * longest;
    return { kind: "bar", y, name: shortenText(name, fontPx, nameWidth), value, length };
  });
  return { width, height: rows.length * ROW_HEIGHT, fontPx, left, barHeight: BAR_HEIGHT, rows };
}

/** Both ends one by one, everything between as one. */
function withoutMiddle(bars: readonly Bar[]): Bar[][] {
  const single = (bar: Bar) => [bar];
  return [
    ...bars.slice(0, ENDS).map(single),
    bars.slice(ENDS, -ENDS),
    ...bars.slice(-ENDS).map(single),
  ];
}
