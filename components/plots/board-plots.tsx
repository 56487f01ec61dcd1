import { countText, timeText } from "@/components/ui/number-text";
import type { StoredBootstrap } from "@/lib/leaderboard/bootstraps";
import { chooseLines } from "@/lib/plots/choose-lines";
import type { HistoryLines } from "@/lib/plots/history-lines";
import { METRIC_OF_BOARD } from "@/lib/plots/metric";
import type { BoardFigures } from "@/lib/plots/plot-entrant";
import { BattlesFigure } from "./battles-figure";
import { EntrantChoice } from "./entrant-choice";
import { HistoryFigure } from "./history-figure";
import { PlotsSection } from "./plots-section";
import { RankFigure } from "./rank-figure";
import { ScatterGrid } from "./scatter-grid";
import { MOST_SERIES } from "./series-style";

type BoardPlotsProps = {
  figures: BoardFigures;
  history: HistoryLines;
  bootstrap: StoredBootstrap | null;
  /** Slugs to draw over time; the first ten of the board when none is asked for. */
  wanted: readonly string[];
};

const USUAL_LINES = 10;

const { executability, cost, seconds, ...others } = METRIC_OF_BOARD;

/** Every plot of one board. */
export function BoardPlots({ figures, history, bootstrap, wanted }: BoardPlotsProps) {
  const { board, entrants } = figures;
  const names = new Map(entrants.map(({ slug, name }) => [slug, name]));
  const slugs = chooseLines(entrants, history, { wanted, usual: USUAL_LINES, most: MOST_SERIES });
  const downloadUrl = `/api/leaderboard/plots?board=${board}`;
  const scatter = { entrants, downloadUrl };
  return (
    <>
      <Provenance figures={figures} />
      <PlotsSection id="ratings" title="Ratings">
        <div>
          <HistoryFigure {...{ history, slugs, names, downloadUrl }} />
          <EntrantChoice
            board={board}
            entrants={entrants.filter(({ slug }) => history.lines.has(slug))}
            chosen={new Set(slugs)}
            most={MOST_SERIES}
          />
        </div>
        <RankFigure {...{ bootstrap, names, downloadUrl }} />
        <BattlesFigure {...{ entrants, downloadUrl }} />
      </PlotsSection>
      <PlotsSection id="price" title="Ratings and what they cost">
        <ScatterGrid {...scatter} metrics={[cost, seconds]} columns={2} />
      </PlotsSection>
      <PlotsSection id="metrics" title="Ratings and what can be measured">
        <ScatterGrid {...scatter} metrics={[executability, ...Object.values(others)]} columns={3} />
      </PlotsSection>
    </>
  );
}

function Provenance({ figures }: { figures: BoardFigures }) {
  const { votes, throughSeq, computedAt, method, seed } = figures;
  return (
    <p className="max-w-[90ch] pt-5 text-[13px] text-ink-3 leading-5">
      {countText(votes)} {votes === 1 ? "vote" : "votes"}, up to number {countText(throughSeq)} of
      the ledger, computed <time dateTime={computedAt}>{timeText(computedAt)}</time>. Method{" "}
      {method}, seed {seed}. Whiskers are 95 % intervals of the ratings; r and ρ take the figures as
      they are, and say nothing about causes.
    </p>
  );
}
