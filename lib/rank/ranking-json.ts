import type { Ranking } from "./rank-votes";

/**
 * A ranking as the body of GET /api/leaderboard, on one line. Methods that the server does not offer
 * add what they have beyond it at the end: `tieParameter`, or `elo` with both tickers.
 */
export function rankingJson({ leaderboard, extra }: Ranking): string {
  switch (extra.method) {
    case "bt":
      return JSON.stringify(leaderboard);
    case "davidson":
      return JSON.stringify({ ...leaderboard, tieParameter: extra.tieParameter });
    case "elo":
      return JSON.stringify({ ...leaderboard, elo: extra.elo });
  }
}
