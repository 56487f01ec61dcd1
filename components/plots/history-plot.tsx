import { ratingText } from "@/components/ui/number-text";
import {
  type HistoryLayout,
  type HistoryLine,
  type HistorySize,
  layOutHistory,
} from "@/lib/plots/history-layout";
import type { HistoryLines } from "@/lib/plots/history-lines";
import { linePath, roundPixels, whiskersPath } from "@/lib/plots/svg-path";
import { timeTickText } from "./figure-text";
import { PlotAxes } from "./plot-axes";
import { PlotPicture } from "./plot-picture";
import { seriesStyle } from "./series-style";

type HistoryPlotProps = {
  id: string;
  history: HistoryLines;
  slugs: readonly string[];
  names: ReadonlyMap<string, string>;
  finding: string;
  size: HistorySize;
  className?: string;
};

/** Ratings over time, each line named where it ends. */
export function HistoryPlot({
  id,
  history,
  slugs,
  names,
  finding,
  size,
  className,
}: HistoryPlotProps) {
  const layout = layOutHistory(history, slugs, { names, size });
  const { frame, y, time } = layout;
  return (
    <PlotPicture
      {...{ id, finding, className }}
      title="Rating over time"
      width={size.width}
      height={size.height}
    >
      <PlotAxes
        frame={frame}
        fontPx={size.fontPx}
        x={{
          title: "Time, UTC",
          ticks: time.ticks.map(({ at, x }) => ({ at: x, text: timeTickText(at, time.prints) })),
        }}
        y={y}
      />
      <Lines layout={layout} />
      {layout.lines.map((line, index) => (
        <LineEnd key={line.slug} line={line} index={index} layout={layout} />
      ))}
    </PlotPicture>
  );
}

/** Cut at the frame: an inner picture does so by itself. */
function Lines({ layout: { frame, lines } }: { layout: HistoryLayout }) {
  const { left, top, right, bottom } = frame;
  const [width, height] = [right - left, bottom - top];
  return (
    <svg
      aria-hidden="true"
      {...{ x: left, y: top, width, height }}
      viewBox={`${left} ${top} ${width} ${height}`}
    >
      {lines.map(({ slug, bands, whiskers, runs }, index) => {
        const { colour, dash } = seriesStyle(index);
        return (
          <g key={slug} style={{ color: colour }} stroke="currentColor" fill="none">
            <path
              d={bands.map((band) => `${linePath(band)}Z`).join("")}
              fill="currentColor"
              stroke="none"
              opacity={0.16}
            />
            <path d={whiskersPath(whiskers, 4)} strokeWidth={1} opacity={0.75} />
            <path
              d={runs.map(linePath).join("")}
              strokeWidth={2}
              strokeLinejoin="round"
              strokeLinecap="round"
              strokeDasharray={dash}
            />
          </g>
        );
      })}
    </svg>
  );
}

type LineEndProps = { line: HistoryLine; index: number; layout: HistoryLayout };

function LineEnd({ line: { end }, index, layout }: LineEndProps) {
  if (!end) return null;
  const { fontPx } = layout.size;
  const { colour, mark } = seriesStyle(index);
  const nameX = layout.frame.right + 20;
  return (
    <g style={{ color: colour }}>
      <path
        d={linePath([
          { x: end.x + 5, y: end.y },
          { x: nameX - 4, y: end.labelY },
        ])}
        className="fill-none"
        stroke="currentColor"
        strokeWidth={0.75}
      />
      <path
        d={mark}
        fill="currentColor"
        transform={`translate(${roundPixels(end.x)} ${roundPixels(end.y)}) scale(4.5)`}
      />
      <text
        x={nameX}
        y={roundPixels(end.labelY + fontPx * 0.36)}
        fontSize={fontPx}
        className="fill-ink"
      >
        {end.name}
        {layout.size.hasRatings && (
          <tspan className="fill-ink-3 tabular-nums">{` ${ratingText(end.rating)}`}</tspan>
        )}
      </text>
    </g>
  );
}
