import { parsePosterView } from "@/lib/battle/address";
import { publicAsset } from "@/lib/creation/asset-response";
import { route } from "@/lib/http";
import { getReferenceImage } from "@/lib/prompt/data";

/** One reference view of a prompt. It shows no entrant's work, so anybody may see and keep it. */
export const GET = route<{ slug: string; view: string }>(async (_request, { params }) => {
  const { slug, view } = await params;
  return publicAsset(await getReferenceImage(slug, parsePosterView(view)), "image/webp");
});
