import { requireCronSecret } from "@/lib/auth";
import { route } from "@/lib/http";
import { recomputeBoards } from "@/lib/leaderboard/mutations";

/** Recomputes Elo and the win-rate matrix of every board, now. */
export const POST = route(async (request) => {
  requireCronSecret(request.headers.get("authorization"));
  return Response.json(await recomputeBoards(), { headers: { "cache-control": "no-store" } });
});
