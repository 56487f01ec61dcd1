import type { Scatter } from "@/lib/plots/scatter";
import { layOutScatter, type ScatterLayout, type ScatterSize } from "@/lib/plots/scatter-layout";
import { dotsPath, linePath, roundPixels, whiskersPath } from "@/lib/plots/svg-path";
import { tickText } from "./figure-text";
import { PlotAxes } from "./plot-axes";
import { PlotPicture } from "./plot-picture";

type ScatterPlotProps = {
  id: string;
  scatter: Scatter;
  finding: string;
  size: ScatterSize;
  className?: string;
};

const UNITS: Partial<Record<Scatter["metric"]["kind"], string>> = { seconds: "seconds" };

/** Ratings with their whiskers against a metric. The front, where there is one, is a line of steps. */
export function ScatterPlot({ id, scatter, finding, size, className }: ScatterPlotProps) {
  const layout = layOutScatter(scatter, size);
  const { frame, x, y } = layout;
  const { title, phrase, kind } = scatter.metric;
  const notes = [UNITS[kind], x.kind === "log" ? "log scale" : undefined].filter(Boolean);
  return (
    <PlotPicture
      {...{ id, finding, className }}
      title={`Rating against ${phrase}`}
      width={size.width}
      height={size.height}
    >
      <PlotAxes
        frame={frame}
        fontPx={size.fontPx}
        x={{
          title: [title, ...notes].join(", "),
          ticks: x.ticks.map((value) => ({ at: x.toPixel(value), text: tickText(value, kind) })),
        }}
        y={y}
      />
      <Marks layout={layout} />
      <Names layout={layout} />
    </PlotPicture>
  );
}

/** Few elements for any number of entrants: one path for all dots of a kind. */
function Marks({ layout }: { layout: ScatterLayout }) {
  const { whiskers, dots, front, radius } = layout;
  const dotProps = { fill: "none", strokeLinecap: "round" as const, strokeWidth: radius * 2 };
  const others = dots.filter(({ isOnFront }) => !isOnFront);
  const best = dots.filter(({ isOnFront }) => isOnFront);
  return (
    <>
      <path d={whiskersPath(whiskers, 0)} strokeWidth={1.25} className="stroke-ink-3 opacity-60" />
      {front && (
        <path
          d={linePath(front.map(([x, y]) => ({ x, y })))}
          strokeWidth={1.5}
          strokeDasharray="5 3"
          className="fill-none stroke-accent"
        />
      )}
      <path d={dotsPath(others)} {...dotProps} className="stroke-ink-2" />
      <path
        d={dotsPath(best)}
        {...dotProps}
        strokeWidth={radius * 2 + 2}
        className="stroke-accent"
      />
    </>
  );
}

function Names({ layout }: { layout: ScatterLayout }) {
  const { labels, size } = layout;
  const leaders = labels.flatMap(({ leader }) => leader ?? []);
  return (
    <g fontSize={size.fontPx} className="fill-ink">
      <path
        d={leaders
          .map(({ x1, y1, x2, y2 }) =>
            linePath([
              { x: x1, y: y1 },
              { x: x2, y: y2 },
            ]),
          )
          .join("")}
        className="fill-none stroke-ink-3"
        strokeWidth={0.75}
      />
      {labels.map(({ index, text, x, baseline }) => (
        <text key={index} x={roundPixels(x)} y={roundPixels(baseline)}>
          {text}
        </text>
      ))}
    </g>
  );
}
