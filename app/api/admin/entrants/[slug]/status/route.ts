import { requireAction } from "@/lib/access/session";
import { setEntrantStatus } from "@/lib/entrant/manage";
import { entrantStatusSchema } from "@/lib/entrant/manage-schema";
import { readJson, route } from "@/lib/http";

/** Pauses, retires or activates an entrant, with a reason. */
export const POST = route<{ slug: string }>(async (request, { params }) => {
  const actor = await requireAction("entrants.manage");
  const { slug } = await params;
  const input = await readJson(request, entrantStatusSchema);
  return Response.json({ changed: await setEntrantStatus({ slug, ...input, actor }) });
});
