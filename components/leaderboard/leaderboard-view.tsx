import type { ReactNode } from "react";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import type { MatrixWindow } from "@/lib/leaderboard/matrix-window";
import type { BoardStandings } from "@/lib/leaderboard/schema";
import { BoardCaption } from "./board-caption";
import { BoardTable, type Mark } from "./board-table";
import { EmptyBoard } from "./empty-board";
import { UnratedTable } from "./unrated-table";
import { WinRateMatrix } from "./win-rate-matrix";

type LeaderboardViewProps = {
  standings: BoardStandings;
  matrix: MatrixWindow;
  /** Above the matrix. */
  matrixIntro: ReactNode;
  query: BoardQuery;
  mark: Mark;
};

/** A board as its snapshot says it, whole without JavaScript. */
export function LeaderboardView(props: LeaderboardViewProps) {
  const { standings, matrix, matrixIntro, query, mark } = props;
  const rated = standings.entrants.filter(({ status }) => status === "rated");
  const unrated = standings.entrants.filter(({ status }) => status === "not_rated");
  return (
    <>
      {rated.length > 0 ? (
        <BoardTable
          rows={rated}
          query={query}
          mark={mark}
          caption={<BoardCaption standings={standings} />}
        />
      ) : (
        <EmptyBoard standings={standings} />
      )}
      {unrated.length > 0 && <UnratedTable rows={unrated} isAnyoneRated={rated.length > 0} />}
      {standings.votes > 0 && (
        <WinRateMatrix
          window={matrix}
          entrants={standings.entrants}
          board={query.board}
          intro={matrixIntro}
        />
      )}
    </>
  );
}
