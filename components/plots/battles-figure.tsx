import type { BoardFigures } from "@/lib/plots/plot-entrant";
import { battlesTable, sortByBattles } from "@/lib/plots/plot-table";
import { BattleBars } from "./battle-bars";
import { PlotFigure } from "./plot-figure";
import { BAR_SIZES } from "./plot-sizes";
import { battlesFinding } from "./plot-words";

type BattlesFigureProps = { entrants: BoardFigures["entrants"]; downloadUrl: string };

/** How many battles each entrant was in. */
export function BattlesFigure({ entrants, downloadUrl }: BattlesFigureProps) {
  const sorted = sortByBattles(entrants);
  const bars = sorted.map(({ name, battles }) => ({ name, value: battles }));
  const finding = battlesFinding(sorted);
  const hasAny = bars.some(({ value }) => value > 0);
  return (
    <PlotFigure
      id="plot-battles"
      title="Battles by entrant"
      help="Counted votes in which an entrant was one of the two: the fewer, the wider its interval."
      finding={finding}
      data={
        hasAny
          ? { table: battlesTable(entrants), downloadUrl: `${downloadUrl}&plot=battles` }
          : null
      }
    >
      {hasAny && (
        <>
          <div className="max-w-lg lg:hidden">
            <BattleBars id="battles-narrow" {...{ bars, finding }} size={BAR_SIZES.narrow} />
          </div>
          <div className="hidden max-w-3xl lg:block">
            <BattleBars id="battles-full" {...{ bars, finding }} size={BAR_SIZES.full} />
          </div>
        </>
      )}
    </PlotFigure>
  );
}
