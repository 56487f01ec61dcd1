"use client";

import type { ReactNode } from "react";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import type { MatrixBody } from "@/lib/leaderboard/matrix-window";
import type { BoardStandings } from "@/lib/leaderboard/schema";
import { LeaderboardView } from "./leaderboard-view";
import { useLiveMatrix } from "./use-live-matrix";
import { useLiveStandings } from "./use-live-standings";

type LiveLeaderboardProps = {
  query: BoardQuery;
  /** The snapshot that the server rendered, and the part of its matrix that the address asks for. */
  initial: BoardStandings;
  initialMatrix: MatrixBody;
  matrixIntro: ReactNode;
};

/** The board, kept up to date in place while the page is visible. */
export function LiveLeaderboard(props: LiveLeaderboardProps) {
  const { query, initial, initialMatrix, matrixIntro } = props;
  const { standings, changedSeq, ...mark } = useLiveStandings(initial);
  const { window } = useLiveMatrix(initialMatrix, { query, changedSeq });
  return (
    <LeaderboardView
      standings={standings}
      matrix={window}
      matrixIntro={matrixIntro}
      query={query}
      mark={mark}
    />
  );
}
