import { requirePermission } from "@/lib/access/session";
import { parseCreationId } from "@/lib/creation/address";
import { privateAsset } from "@/lib/creation/asset-response";
import { getPreviewFiles } from "@/lib/creation/manage";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

/** A creation's object, hidden or not, with its materials where it has any. */
export const GET = route<{ creationId: string }>(async (_request, { params }) => {
  await requirePermission("creations.manage");
  const { glbSha256, renderedGlbSha256 } = await getPreviewFiles({
    creationId: parseCreationId((await params).creationId),
    voterId: await getVoterId(),
  });
  return privateAsset(renderedGlbSha256 ?? glbSha256, "model/gltf-binary");
});
