import { parseBattleId } from "@/lib/battle/address";
import { route } from "@/lib/http";
import { getBattleRecord } from "@/lib/reveal/data";
import { getVoterId } from "@/lib/voter/session";

/** What was behind a battle, once it is voted in: names, scripts, attempts. */
export const GET = route<{ battleId: string }>(async (_request, { params }) => {
  const { battleId } = await params;
  const record = await getBattleRecord({
    battleId: parseBattleId(battleId),
    voterId: await getVoterId(),
  });
  return Response.json(record, { headers: { "cache-control": "private, no-store" } });
});
