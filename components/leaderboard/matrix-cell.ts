import { countText, percentText } from "@/components/ui/number-text";
import type { MatrixView } from "@/lib/leaderboard/matrix-window";

/**
 * ColorBrewer RdBu in nine steps, red loses and blue wins: every step keeps 4.5:1 with its ink, and the
 * mirror steps stay apart in all common kinds of colour blindness. The same in both themes.
 */
export const STEPS = [
  { fill: "#b2182b", ink: "#ffffff" },
  { fill: "#d6604d", ink: "#111827" },
  { fill: "#f4a582", ink: "#111827" },
  { fill: "#fddbc7", ink: "#111827" },
  { fill: "#f7f7f7", ink: "#111827" },
  { fill: "#d1e5f0", ink: "#111827" },
  { fill: "#92c5de", ink: "#111827" },
  { fill: "#4393c3", ink: "#111827" },
  { fill: "#2166ac", ink: "#ffffff" },
];

/** With fewer battles than this a figure says little, and its colour is pale. */
export const FEW = 10;

/** Beyond this |z| a pair does not follow its two ratings. */
export const FAR = 2;

export type MatrixCell = {
  text: string;
  /** The figure in words, without the pair. */
  words: string;
  fill: string;
  ink: string;
  isBold: boolean;
};

/** How a cell with a figure looks and reads: `value` is a share of 1, or z. */
export function toMatrixCell(view: MatrixView, value: number, battles: number): MatrixCell {
  const isFar = view === "residual" && Math.abs(value) >= FAR;
  const isPale = battles < FEW;
  const { fill, ink } = stepOf(view, value);
  const count = battlesText(battles);
  const text = view === "residual" ? signedText(value) : percentText(value);
  const words = {
    observed: `${text} won in ${count}`,
    predicted: `${text} predicted, ${count}`,
    residual: `${text}${isFar ? `, far ${value > 0 ? "more" : "fewer"} wins than predicted` : ""}, ${count}`,
  }[view];
  return {
    text,
    words,
    fill: isPale ? `color-mix(in oklab, ${fill} 30%, #f7f7f7)` : fill,
    ink: isPale ? "#111827" : ink,
    isBold: view === "residual" ? isFar : !isPale,
  };
}

export function battlesText(battles: number): string {
  return `${countText(battles)} ${battles === 1 ? "battle" : "battles"}`;
}

/** Shares: ninths of 0 to 1. z: the outer steps begin at ±2, the others share what lies between. */
function stepOf(view: MatrixView, value: number): { fill: string; ink: string } {
  const middle = (STEPS.length - 1) / 2;
  const step =
    view === "residual"
      ? Math.sign(value) * Math.round((Math.abs(value) / FAR) * (middle - 0.5)) + middle
      : Math.floor(value * STEPS.length);
  return (
    STEPS[Math.min(Math.max(step, 0), STEPS.length - 1)] ?? { fill: "#f7f7f7", ink: "#111827" }
  );
}

/** One decimal with its sign; a true minus, as wide as the plus. */
function signedText(value: number): string {
  const text = Math.abs(value).toFixed(1);
  if (text === "0.0") return text;
  return `${value < 0 ? "−" : "+"}${text}`;
}
