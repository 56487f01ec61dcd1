import { parsePosterView } from "@/lib/battle/address";
import { parseCreationId } from "@/lib/creation/address";
import { privateAsset } from "@/lib/creation/asset-response";
import { getCreationFiles } from "@/lib/creation/data";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

type Params = { creationId: string; view: string };

/** One of a creation's four posters. */
export const GET = route<Params>(async (_request, { params }) => {
  const { creationId, view } = await params;
  const files = await getCreationFiles({
    creationId: parseCreationId(creationId),
    voterId: await getVoterId(),
  });
  return privateAsset(files.posterSha256s[parsePosterView(view)], "image/webp");
});
