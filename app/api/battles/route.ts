import { toServedBattle } from "@/lib/battle/address";
import { serveBattle } from "@/lib/battle/mutations";
import { battleRequestSchema } from "@/lib/battle/schema";
import { readJson, route } from "@/lib/http";
import { ensureVoterId } from "@/lib/voter/session";

/** Serves one battle: 201 for a new one, 200 for the one that is still open. */
export const POST = route(async (request) => {
  const wanted = await readJson(request, battleRequestSchema);
  const voterId = await ensureVoterId();
  const { battle, isNew } = await serveBattle({ voterId, request: wanted, random: Math.random });
  return Response.json(toServedBattle(battle), {
    status: isNew ? 201 : 200,
    headers: { "cache-control": "no-store" },
  });
});
