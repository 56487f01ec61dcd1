import type { RatingAxis } from "./rating-axis";

type IntervalPlotProps = {
  rating: number;
  lower: number;
  upper: number;
  /** Shared by every row, so that whiskers line up. */
  axis: RatingAxis;
  /** The grid runs through the rows above and below. */
  isJoined?: boolean;
  /** The id of a grid that an `IntervalAxis` drew: said once, not once a row. */
  gridId?: string;
};

/** A rating as a dot on its 95 % whisker, over the shared axis's grid. */
export function IntervalPlot(props: IntervalPlotProps) {
  const { rating, lower, upper, axis, isJoined = false, gridId } = props;
  const label = `Rating ${Math.round(rating)}, 95 % interval ${Math.round(lower)} to ${Math.round(upper)}`;
  return (
    <svg
      role="img"
      aria-label={label}
      className={isJoined ? "block h-6 w-full overflow-visible" : "block h-6 w-full"}
    >
      {gridId === undefined ? <Grid axis={axis} /> : <use href={`#${gridId}`} />}
      <line
        x1={percent(axis, lower)}
        x2={percent(axis, upper)}
        y1="50%"
        y2="50%"
        className="stroke-ink-3"
        strokeWidth={2}
        strokeLinecap="round"
      />
      <circle cx={percent(axis, rating)} cy="50%" r={4.5} className="fill-ink" />
    </svg>
  );
}

/** The axis that the whiskers below it share, and the grid for them when it is given a name. */
export function IntervalAxis({ axis, gridId }: { axis: RatingAxis; gridId?: string }) {
  return (
    <svg aria-hidden="true" className="block h-4 w-full overflow-visible">
      {gridId !== undefined && (
        <defs>
          <g id={gridId}>
            <Grid axis={axis} />
          </g>
        </defs>
      )}
      {axis.ticks.map((tick) => (
        <text
          key={tick}
          x={percent(axis, tick)}
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

/** Far beyond the whisker, so that it also runs through the row of a name that takes many lines. */
function Grid({ axis }: { axis: RatingAxis }) {
  return axis.ticks.map((tick) => (
    <line
      key={tick}
      x1={percent(axis, tick)}
      x2={percent(axis, tick)}
      y1="-100%"
      y2="1000%"
      className="stroke-line"
    />
  ));
}

/** To a hundredth of a per cent: a tenth of a pixel. */
function percent(axis: RatingAxis, rating: number): string {
  return `${Math.round(axis.toPercent(rating) * 100) / 100}%`;
}
