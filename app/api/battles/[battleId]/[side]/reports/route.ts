import { requireSameOrigin } from "@/lib/access/same-origin";
import { parseBattleId, parseSide } from "@/lib/battle/address";
import { readJson, route } from "@/lib/http";
import { getJudgedCreation } from "@/lib/report/data";
import { reportCreation } from "@/lib/report/mutations";
import { getReporter } from "@/lib/report/reporter";
import { reportSchema } from "@/lib/report/schema";
import { getVoterId } from "@/lib/voter/session";

type Params = { battleId: string; side: string };

/** Reports one object of a battle that is over. */
export const POST = route<Params>(async (request, { params }) => {
  requireSameOrigin(request.headers);
  const { battleId, side } = await params;
  const battle = { battleId: parseBattleId(battleId), side: parseSide(side) };
  const report = await readJson(request, reportSchema);
  const creationId = await getJudgedCreation({ ...battle, voterId: await getVoterId() });
  const reporter = await getReporter();
  await reportCreation({ ...report, creationId, battleId: battle.battleId, reporter });
  return new Response(null, { status: 204 });
});
