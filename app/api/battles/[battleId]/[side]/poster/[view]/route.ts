import { parseBattleId, parsePosterView, parseSide } from "@/lib/battle/address";
import { getBattleSide } from "@/lib/battle/data";
import { privateAsset } from "@/lib/creation/asset-response";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

type Params = { battleId: string; side: string; view: string };

/** One poster of one side, for this battle's voter only. */
export const GET = route<Params>(async (_request, { params }) => {
  const { battleId, side, view } = await params;
  const files = await getBattleSide({
    battleId: parseBattleId(battleId),
    side: parseSide(side),
    voterId: await getVoterId(),
  });
  return privateAsset(files.posterSha256s[parsePosterView(view)], "image/webp");
});
