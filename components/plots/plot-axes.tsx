import type { Box } from "@/lib/plots/place-labels";
import type { Scale } from "@/lib/plots/scale";
import { roundPixels } from "@/lib/plots/svg-path";
import { tickText } from "./figure-text";

export type AxisTick = { at: number; text: string };

type PlotAxesProps = {
  frame: Box;
  fontPx: number;
  /** Along the bottom, in pixels. */
  x: { ticks: AxisTick[]; title: string };
  /** Of the ratings along the left. */
  y: Scale;
};

/** A grid of hairlines for ratings over something, with its figures and what they are of: no boxes, no arrows. */
export function PlotAxes({ frame, fontPx, x, y }: PlotAxesProps) {
  const { left, right, top, bottom } = frame;
  const ratings = y.ticks.map((value) => ({
    at: y.toPixel(value),
    text: tickText(value, "rating"),
  }));
  const grid = [
    ...ratings.map(({ at }) => `M${left} ${roundPixels(at)}H${right}`),
    ...x.ticks.map(({ at }) => `M${roundPixels(at)} ${top}V${bottom}`),
  ];
  return (
    <g fontSize={fontPx} className="fill-ink-3 tabular-nums">
      <path d={grid.join("")} className="fill-none stroke-line" />
      <path d={`M${left} ${bottom}H${right}`} className="fill-none stroke-line-strong" />
      {ratings.map(({ at, text }) => (
        <text key={text} x={left - 7} y={roundPixels(at + fontPx * 0.36)} textAnchor="end">
          {text}
        </text>
      ))}
      {x.ticks.map(({ at, text }) => (
        <text key={text} x={roundPixels(at)} y={bottom + fontPx + 5} textAnchor="middle">
          {text}
        </text>
      ))}
      <text x={0} y={fontPx} className="fill-ink-2">
        Rating
      </text>
      <text x={right} y={bottom + fontPx * 2 + 11} textAnchor="end" className="fill-ink-2">
        {x.title}
      </text>
    </g>
  );
}
