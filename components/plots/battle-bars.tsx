import { countText } from "@/components/ui/number-text";
import { type Bar, type BarSize, layOutBars } from "@/lib/plots/bar-layout";
import { rectanglesPath, roundPixels } from "@/lib/plots/svg-path";
import { PlotPicture } from "./plot-picture";

type BattleBarsProps = {
  id: string;
  bars: readonly Bar[];
  finding: string;
  size: BarSize;
  className?: string;
};

/** Bars from zero with their figures at the end, which is why there is no axis. */
export function BattleBars({ id, bars, finding, size, className }: BattleBarsProps) {
  const { width, height, fontPx, left, barHeight, rows } = layOutBars(bars, size);
  const baseline = (y: number) => roundPixels(y + barHeight / 2 + fontPx * 0.36);
  const path = rows.map((row) =>
    row.kind === "bar"
      ? rectanglesPath([{ x: left, y: row.y }], { width: row.length, height: barHeight })
      : "",
  );
  return (
    <PlotPicture {...{ id, finding, width, height, className }} title="Battles by entrant">
      <path d={path.join("")} className="fill-ink-3" />
      <g fontSize={fontPx} className="fill-ink tabular-nums">
        {rows.map((row) =>
          row.kind === "bar" ? (
            <g key={row.y}>
              <text x={left - 8} y={baseline(row.y)} textAnchor="end">
                {row.name}
              </text>
              <text
                x={roundPixels(left + row.length + 7)}
                y={baseline(row.y)}
                className="fill-ink-2"
              >
                {countText(row.value)}
              </text>
            </g>
          ) : (
            <text key={row.y} x={left} y={baseline(row.y)} className="fill-ink-3">
              {countText(row.count)} more, {countText(row.from)} to {countText(row.to)}
            </text>
          ),
        )}
      </g>
    </PlotPicture>
  );
}
