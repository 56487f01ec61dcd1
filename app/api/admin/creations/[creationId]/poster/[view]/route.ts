import { requirePermission } from "@/lib/access/session";
import { parsePosterView } from "@/lib/battle/address";
import { parseCreationId } from "@/lib/creation/address";
import { privateAsset } from "@/lib/creation/asset-response";
import { getPreviewFiles } from "@/lib/creation/manage";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

/** One of a creation's four posters, hidden or not; with `?materials` as its script painted it. */
export const GET = route<{ creationId: string; view: string }>(async (request, { params }) => {
  await requirePermission("creations.manage");
  const { creationId, view } = await params;
  const files = await getPreviewFiles({
    creationId: parseCreationId(creationId),
    voterId: await getVoterId(),
  });
  const isPainted = new URL(request.url).searchParams.has("materials");
  const posters = isPainted ? files.renderedPosterSha256s : files.posterSha256s;
  return privateAsset(posters[parsePosterView(view)], "image/webp");
});
