import { parseBattleId } from "@/lib/battle/address";
import { readJson, route } from "@/lib/http";
import { castVote } from "@/lib/vote/mutations";
import { castVoteSchema } from "@/lib/vote/schema";
import { requireVoterId } from "@/lib/voter/session";

/** Records one vote and reveals both entrants: the first moment their names leave the server. */
export const POST = route<{ battleId: string }>(async (request, { params }) => {
  const { battleId } = await params;
  const input = await readJson(request, castVoteSchema);
  const voterId = await requireVoterId();
  const result = await castVote({ ...input, battleId: parseBattleId(battleId), voterId });
  return Response.json(result, { status: 201, headers: { "cache-control": "no-store" } });
});
