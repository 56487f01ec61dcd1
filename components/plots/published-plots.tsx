import type { Metric } from "@/lib/plots/metric";
import type { PlotEntrant } from "@/lib/plots/plot-entrant";
import { PlotsSection } from "./plots-section";
import { ScatterGrid } from "./scatter-grid";

type PublishedPlotsProps = {
  set: { id: string; name: string; citation: string; url: string; licence: string };
  entrants: readonly PlotEntrant[];
  metrics: readonly Metric[];
};

/** The same plots of a published table. What needs votes is not there, because the votes are not ours. */
export function PublishedPlots({ set, entrants, metrics }: PublishedPlotsProps) {
  const scatter = { entrants, downloadUrl: `/api/leaderboard/plots?set=${set.id}` };
  return (
    <>
      <aside
        aria-label="Where these numbers are from"
        className="mt-6 max-w-[80ch] rounded-card border border-line-strong bg-surface px-4 py-3 text-[15px] text-ink-2"
      >
        <strong className="font-semibold text-ink">
          These are the numbers of the {set.name} paper, not Polyduel’s.
        </strong>{" "}
        Source:{" "}
        <a href={set.url} className="text-ink underline underline-offset-4">
          {set.citation}
        </a>{" "}
        ({set.licence}). Its ratings were published without intervals, so there are no whiskers; the
        correlations and their intervals are computed here from the table.
      </aside>
      <PlotsSection id="price" title="Ratings and what they cost">
        <ScatterGrid
          {...scatter}
          metrics={metrics.filter(({ hasFront }) => hasFront)}
          columns={2}
        />
      </PlotsSection>
      <PlotsSection id="metrics" title="Ratings and what can be measured">
        <ScatterGrid
          {...scatter}
          metrics={metrics.filter(({ hasFront }) => !hasFront)}
          columns={3}
        />
      </PlotsSection>
    </>
  );
}
