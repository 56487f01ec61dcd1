import { parseBattleId, parseGlbName } from "@/lib/battle/address";
import { getBattleSide } from "@/lib/battle/data";
import { privateAsset } from "@/lib/creation/asset-response";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

/** The GLB of one side, for this battle's voter only. */
export const GET = route<{ battleId: string; side: string }>(async (_request, { params }) => {
  const { battleId, side } = await params;
  const files = await getBattleSide({
    battleId: parseBattleId(battleId),
    side: parseGlbName(side),
    voterId: await getVoterId(),
  });
  return privateAsset(files.glbSha256, "model/gltf-binary");
});
