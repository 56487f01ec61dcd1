import { countText, timeText } from "@/components/ui/number-text";
import type { StoredBootstrap } from "@/lib/leaderboard/bootstraps";
import { shownRankTable } from "@/lib/plots/plot-table";
import { RANK_ROWS } from "@/lib/plots/rank-layout";
import { toRankShares } from "@/lib/plots/rank-shares";
import { PlotFigure } from "./plot-figure";
import { RANK_SIZES } from "./plot-sizes";
import { bootstrapWords, rankFinding } from "./plot-words";
import { RankPlot } from "./rank-plot";

type RankFigureProps = {
  bootstrap: StoredBootstrap | null;
  names: ReadonlyMap<string, string>;
  downloadUrl: string;
};

const HEAD = {
  id: "plot-ranks",
  title: "Distribution of ranks",
  help: "On which rank an entrant ends when as many votes are drawn anew from those that were cast: the deeper a cell, the more often, in per cent from 10 up. Equals share the better rank.",
};

/** How often each entrant ends on each rank when votes are drawn again. */
export function RankFigure({ bootstrap, names, downloadUrl }: RankFigureProps) {
  const shares = bootstrap && toRankShares(bootstrap, names);
  if (!bootstrap || !shares || shares.rows.length === 0)
    return (
      <PlotFigure
        {...HEAD}
        finding={
          bootstrap
            ? `Nothing to draw yet. ${bootstrapWords(bootstrap)}`
            : "No bootstrap of this board yet: it is made in the background once anyone is rated."
        }
        data={null}
      />
    );
  const finding = rankFinding(shares);
  const left = shares.rows.length - RANK_ROWS;
  return (
    <PlotFigure
      {...HEAD}
      finding={
        <>
          {finding} {bootstrapWords(bootstrap)} Made{" "}
          <time dateTime={bootstrap.computedAt}>{timeText(bootstrap.computedAt)}</time>
          {left > 0 &&
            `; the first ${RANK_ROWS} are drawn, ${countText(left)} more are in the download`}
          .
        </>
      }
      data={{
        table: shownRankTable(shares, bootstrap),
        downloadUrl: `${downloadUrl}&plot=rank-distribution`,
      }}
    >
      <div className="max-w-lg lg:hidden">
        <RankPlot id="ranks-narrow" {...{ shares, finding }} size={RANK_SIZES.narrow} />
      </div>
      <div className="hidden lg:block">
        <RankPlot id="ranks-full" {...{ shares, finding }} size={RANK_SIZES.full} />
      </div>
    </PlotFigure>
  );
}
