"use client";

import type { Leaderboard } from "@/lib/leaderboard/schema";
import { LeaderboardView } from "./leaderboard-view";
import { useLiveLeaderboard } from "./use-live-leaderboard";

type LiveLeaderboardProps = {
  /** The snapshot that the server rendered. */
  initial: Leaderboard;
  boards: { board: string; label: string }[];
};

/** The board, kept up to date in place while the page is visible. */
export function LiveLeaderboard({ initial, boards }: LiveLeaderboardProps) {
  const { leaderboard, ...mark } = useLiveLeaderboard(initial);
  return <LeaderboardView leaderboard={leaderboard} boards={boards} mark={mark} />;
}
