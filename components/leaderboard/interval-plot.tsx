import type { RatingAxis } from "./rating-axis";

type IntervalPlotProps = {
  rating: number;
  lower: number;
  upper: number;
  /** Shared by every row, so that whiskers line up. */
  axis: RatingAxis;
  /** The grid runs through the rows above and below. */
  isJoined?: boolean;
};

/** A rating as a dot on its 95 % whisker, over the shared axis's grid. */
export function IntervalPlot(props: IntervalPlotProps) {
  const { rating, lower, upper, axis, isJoined = false } = props;
  const x = (value: number) => `${axis.toPercent(value)}%`;
  const label = `Rating ${Math.round(rating)}, 95 % interval ${Math.round(lower)} to ${Math.round(upper)}`;
  return (
    <svg
      role="img"
      aria-label={label}
      className={`block h-6 w-full ${isJoined ? "overflow-visible" : ""}`}
    >
      {axis.ticks.map((tick) => (
        <line key={tick} x1={x(tick)} x2={x(tick)} y1="-100%" y2="200%" className="stroke-line" />
      ))}
      <line
        x1={x(lower)}
        x2={x(upper)}
        y1="50%"
        y2="50%"
        className="stroke-ink-3"
        strokeWidth={2}
        strokeLinecap="round"
      />
      <circle cx={x(rating)} cy="50%" r={4.5} className="fill-ink" />
    </svg>
  );
}

/** The axis that the whiskers below it share. */
export function IntervalAxis({ axis }: { axis: RatingAxis }) {
  return (
    <svg aria-hidden="true" className="block h-4 w-full overflow-visible">
      {axis.ticks.map((tick) => (
        <text
          key={tick}
          x={`${axis.toPercent(tick)}%`}
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
