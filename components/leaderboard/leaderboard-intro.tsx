import { QuietLink } from "@/components/ui/quiet-link";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import { behind, boardAddress } from "./board-address";
import { BoardSwitch } from "./board-switch";

type LeaderboardIntroProps = {
  query: BoardQuery;
  boards: { board: string; label: string }[];
  /** Entrants that are not rated yet. */
  unrated: number;
  votes: number;
};

const LINK = "py-3 -my-3 text-ink-2 underline underline-offset-4 hover:text-ink";

/** Above a board: what it is, which ones there are, and ways past a long table. */
export function LeaderboardIntro({ query, boards, unrated, votes }: LeaderboardIntroProps) {
  // Another board keeps the order and the matrix's figures, but not the part of the matrix: its ranks are others.
  const matrix = { view: query.matrix.view, rows: 1, columns: 1 };
  const toHref = (board: string) => boardAddress({ ...query, board, matrix });
  return (
    <>
      <h1 className="font-semibold text-2xl tracking-[-0.02em]">Leaderboard</h1>
      <p className="max-w-[68ch] pt-1 pb-5 text-[15px] text-ink-2">
        Who writes the better 3D objects, by blind votes. Ratings are on the Elo scale with 95 %
        intervals; where intervals overlap, the order is not settled.
      </p>
      <BoardSwitch boards={boards} current={query.board} toHref={toHref} />
      <nav
        aria-label="On this board"
        className="flex flex-wrap gap-x-5 gap-y-6 pt-5 pb-4 text-[13px]"
      >
        {votes > 0 && (
          <a href="#matrix" className={LINK}>
            Win rates
          </a>
        )}
        {unrated > 0 && (
          <a href="#unrated" className={LINK}>
            Not yet rated ({unrated})
          </a>
        )}
        <QuietLink href={behind.plots(query.board)} className={LINK}>
          Plots
        </QuietLink>
      </nav>
    </>
  );
}
