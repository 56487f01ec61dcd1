import { AppError } from "@/lib/errors";
import { parseOrThrow, route } from "@/lib/http";
import { getLeaderboardBody } from "@/lib/leaderboard/data";
import { boardSchema } from "@/lib/leaderboard/schema";

/** The latest snapshot of a board. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const board = parseOrThrow(boardSchema, searchParams.get("board") ?? "all");
  const leaderboard = await getLeaderboardBody(board);
  if (!leaderboard) throw new AppError("not_found", `There is no board ${board}`);
  return new Response(leaderboard.body, {
    headers: { "content-type": "application/json", "cache-control": "no-cache" },
  });
});
