import { NOTHING } from "@/components/ui/number-text";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import type { MatrixView, MatrixWindow } from "@/lib/leaderboard/matrix-window";
import { boardFiles } from "./board-address";
import { FAR, FEW } from "./matrix-cell";
import { MatrixLegend } from "./matrix-legend";
import { MatrixNavigation } from "./matrix-navigation";

const MEANINGS: Record<MatrixView, string> = {
  observed: "How often the row beat the column; ties and both-bad count half.",
  predicted: "How often the row should beat the column by their two ratings alone.",
  residual: `How far the row's wins over the column are from what their ratings predict, in standard deviations (z). About one pair in twenty is beyond ±${FAR} by chance; more of them would say that one number an entrant is not the whole story.`,
};

/** Above the matrix: what its figures and colours mean, and the way to other figures and parts of it. */
export function MatrixIntro({ window, query }: { window: MatrixWindow; query: BoardQuery }) {
  return (
    <>
      <p className="max-w-[68ch] pt-1 pb-3 text-ink-2 text-sm">
        {MEANINGS[window.view]} Below each figure, the battles of the pair: pale where they are
        fewer than {FEW}, {NOTHING} where two never met.{" "}
        <a
          href={boardFiles.matrixCsv(query.board)}
          className="underline underline-offset-4 hover:text-ink"
        >
          CSV of the whole matrix
        </a>
      </p>
      <MatrixNavigation window={window} query={query} />
      <MatrixLegend view={window.view} />
    </>
  );
}
