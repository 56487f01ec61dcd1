import type { ScaleLinear } from "d3-scale";

type Scale = ScaleLinear<number, number>;

type IntervalPlotProps = {
  rating: number;
  lower: number;
  upper: number;
  /** From rating to per cent of the width; shared by every row, so that whiskers line up. */
  scale: Scale;
  /** The grid runs through the rows above and below. */
  isJoined?: boolean;
};

/** A rating as a dot on its 95 % whisker, over the shared axis's grid. */
export function IntervalPlot(props: IntervalPlotProps) {
  const { rating, lower, upper, scale, isJoined = false } = props;
  const label = `Rating ${Math.round(rating)}, 95 % interval ${Math.round(lower)} to ${Math.round(upper)}`;
  return (
    <svg
      role="img"
      aria-label={label}
      className={`block h-6 w-full ${isJoined ? "overflow-visible" : ""}`}
    >
      {axisTicks(scale).map((tick) => (
        <line
          key={tick}
          x1={`${scale(tick)}%`}
          x2={`${scale(tick)}%`}
          y1="-100%"
          y2="200%"
          className="stroke-line"
        />
      ))}
      <line
        x1={`${scale(lower)}%`}
        x2={`${scale(upper)}%`}
        y1="50%"
        y2="50%"
        className="stroke-ink-3"
        strokeWidth={2}
        strokeLinecap="round"
      />
      <circle cx={`${scale(rating)}%`} cy="50%" r={4.5} className="fill-ink" />
    </svg>
  );
}

/** The axis that the whiskers below it share. */
export function IntervalAxis({ scale }: { scale: Scale }) {
  return (
    <svg aria-hidden="true" className="block h-4 w-full overflow-visible">
      {axisTicks(scale).map((tick) => (
        <text
          key={tick}
          x={`${scale(tick)}%`}
          y="12"
          textAnchor="middle"
          className="fill-ink-3 text-[11px] tabular-nums"
        >
          {tick}
        </text>
      ))}
    </svg>
  );
}

function axisTicks(scale: Scale): number[] {
  return scale.ticks(4);
}
