import { parseBattleId } from "@/lib/battle/address";
import { skipBattle } from "@/lib/battle/mutations";
import { route } from "@/lib/http";
import { requireVoterId } from "@/lib/voter/session";

/** Records that the voter would rather not judge this battle. */
export const POST = route<{ battleId: string }>(async (_request, { params }) => {
  const { battleId } = await params;
  await skipBattle({ battleId: parseBattleId(battleId), voterId: await requireVoterId() });
  return new Response(null, { status: 204 });
});
