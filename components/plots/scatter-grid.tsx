import type { Metric } from "@/lib/plots/metric";
import type { PlotEntrant } from "@/lib/plots/plot-entrant";
import { toScatter } from "@/lib/plots/scatter";
import { unmeasuredWords } from "./plot-words";
import { ScatterFigure } from "./scatter-figure";

type ScatterGridProps = {
  entrants: readonly PlotEntrant[];
  metrics: readonly Metric[];
  downloadUrl: string;
  /** So many beside each other where there is room. */
  columns: 2 | 3;
};

const COLUMNS = { 2: "lg:grid-cols-2", 3: "lg:grid-cols-3" } as const;

/** Ratings against several metrics, beside each other. What has no point yet is said in a sentence. */
export function ScatterGrid({ entrants, metrics, downloadUrl, columns }: ScatterGridProps) {
  const scatters = metrics.map((metric) => toScatter(entrants, metric));
  const drawn = scatters.filter(({ points }) => points.length > 0);
  const empty = scatters.filter(({ points }) => points.length === 0);
  return (
    <>
      {drawn.length > 0 && (
        <div className={`grid grid-cols-1 gap-x-8 md:grid-cols-2 ${COLUMNS[columns]}`}>
          {drawn.map((scatter) => (
            <ScatterFigure
              key={scatter.metric.id}
              width={columns === 2 ? "half" : "third"}
              {...{ scatter, downloadUrl }}
            />
          ))}
        </div>
      )}
      {empty.length > 0 && (
        <p className="max-w-[68ch] text-[15px] text-ink-2">{unmeasuredWords(empty)}</p>
      )}
    </>
  );
}
