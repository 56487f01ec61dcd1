import type { Metric } from "@/lib/plots/metric";
import { scatterTable } from "@/lib/plots/plot-table";
import type { Scatter } from "@/lib/plots/scatter";
import { PlotFigure } from "./plot-figure";
import { SCATTER_SIZES } from "./plot-sizes";
import { leftOutWords, scatterFinding } from "./plot-words";
import { ScatterPlot } from "./scatter-plot";

type ScatterFigureProps = {
  scatter: Scatter;
  /** The download's address up to the plot's name. */
  downloadUrl: string;
  /** Half a screen's width where there is one, or a third. */
  width: "half" | "third";
};

/** Ratings against one metric, with the correlation. Its parts line up with those of the plots beside it. */
export function ScatterFigure({ scatter, downloadUrl, width }: ScatterFigureProps) {
  const { metric } = scatter;
  const finding = scatterFinding(scatter);
  const id = `plot-${metric.id}`;
  return (
    <PlotFigure
      id={id}
      title={`Rating against ${metric.phrase}`}
      help={helpOf(metric)}
      finding={[finding, leftOutWords(scatter)].filter(Boolean).join(" ")}
      data={{ table: scatterTable(scatter), downloadUrl: `${downloadUrl}&plot=${metric.id}` }}
      className="row-span-5 grid-rows-subgrid content-start pb-10"
    >
      <div className={width === "half" ? "max-w-lg lg:hidden" : "max-w-lg"}>
        <ScatterPlot {...{ scatter, finding }} id={`${id}-narrow`} size={SCATTER_SIZES.narrow} />
      </div>
      {width === "half" && (
        <div className="hidden lg:block">
          <ScatterPlot {...{ scatter, finding }} id={`${id}-half`} size={SCATTER_SIZES.half} />
        </div>
      )}
    </PlotFigure>
  );
}

function helpOf({ meaning, hasFront, better }: Metric): string {
  if (hasFront)
    return `${meaning} Further left is better; the line joins whom nobody beats for less.`;
  return better === "lower" ? `${meaning} Lower is better.` : meaning;
}
