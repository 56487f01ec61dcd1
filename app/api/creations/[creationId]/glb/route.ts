import { parseCreationId } from "@/lib/creation/address";
import { privateAsset } from "@/lib/creation/asset-response";
import { getCreationFiles } from "@/lib/creation/data";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

/** A creation's object, in clay. */
export const GET = route<{ creationId: string }>(async (_request, { params }) => {
  const creationId = parseCreationId((await params).creationId);
  const files = await getCreationFiles({ creationId, voterId: await getVoterId() });
  return privateAsset(files.glbSha256, "model/gltf-binary");
});
