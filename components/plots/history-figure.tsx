import { countText } from "@/components/ui/number-text";
import type { HistoryLines } from "@/lib/plots/history-lines";
import { shownHistoryTable } from "@/lib/plots/plot-table";
import { HistoryPlot } from "./history-plot";
import { PlotFigure } from "./plot-figure";
import { HISTORY_SIZES } from "./plot-sizes";
import { historyFinding } from "./plot-words";

type HistoryFigureProps = {
  history: HistoryLines;
  /** Who is drawn, in the order of their styles. */
  slugs: readonly string[];
  names: ReadonlyMap<string, string>;
  downloadUrl: string;
};

/** Ratings over time of some entrants. */
export function HistoryFigure({ history, slugs, names, downloadUrl }: HistoryFigureProps) {
  const isEmpty = history.times.length === 0 || slugs.length === 0;
  const finding = isEmpty
    ? "Nothing to draw yet: it begins when two entrants are rated."
    : `${historyFinding(history, slugs, names)}.`;
  const picture = { history, slugs, names, finding };
  return (
    <PlotFigure
      id="plot-history"
      title="Rating over time"
      help={<Help anchors={history.anchors.length} times={history.times.length} />}
      finding={finding}
      data={
        isEmpty
          ? null
          : {
              table: shownHistoryTable(history, slugs, names),
              downloadUrl: `${downloadUrl}&plot=history`,
            }
      }
    >
      {!isEmpty && (
        <>
          <div className="max-w-lg lg:hidden">
            <HistoryPlot {...picture} id="history-narrow" size={HISTORY_SIZES.narrow} />
          </div>
          <div className="hidden lg:block">
            <HistoryPlot {...picture} id="history-full" size={HISTORY_SIZES.full} />
          </div>
        </>
      )}
    </PlotFigure>
  );
}

function Help({ anchors, times }: { anchors: number; times: number }) {
  return (
    <>
      Each line is an entrant, with its 95 % intervals as they were stored
      {times > 1 && `, at ${countText(times)} times`}; what leaves the frame is cut. A board’s mean
      is 1000 over whoever is rated then, so it moves whenever one joins; here the mean of{" "}
      {anchors > 0 ? `the ${countText(anchors)}` : "those"} rated throughout is held still, and at
      the right end every figure is the board’s.
    </>
  );
}
