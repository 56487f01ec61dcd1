import { AppError } from "@/lib/errors";
import { parseOrThrow, route } from "@/lib/http";
import { getLeaderboardBody } from "@/lib/leaderboard/data";
import { boardSchema } from "@/lib/leaderboard/schema";

/** The latest snapshot of a board; 304 to whoever names the snapshot it has. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const board = parseOrThrow(boardSchema, searchParams.get("board") ?? "all");
  const leaderboard = await getLeaderboardBody(board);
  if (!leaderboard) throw new AppError("not_found", `There is no board ${board}`);
  const etag = `W/"${leaderboard.id}"`;
  const headers = { "cache-control": "no-cache", etag };
  if (request.headers.get("if-none-match") === etag)
    return new Response(null, { status: 304, headers });
  return new Response(leaderboard.body, {
    headers: { ...headers, "content-type": "application/json" },
  });
});
