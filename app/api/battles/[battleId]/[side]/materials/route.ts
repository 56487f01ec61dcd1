import { parseBattleId, parseSide } from "@/lib/battle/address";
import { getBattleSide } from "@/lib/battle/data";
import { privateAsset } from "@/lib/creation/asset-response";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

/** The object of one side with its materials, once the battle is voted in. */
export const GET = route<{ battleId: string; side: string }>(async (_request, { params }) => {
  const { battleId, side } = await params;
  const files = await getBattleSide({
    battleId: parseBattleId(battleId),
    side: parseSide(side),
    voterId: await getVoterId(),
  });
  return privateAsset(files.materialsSha256, "model/gltf-binary");
});
