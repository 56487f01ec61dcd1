import { requireAction } from "@/lib/access/session";
import { parseCreationId } from "@/lib/creation/address";
import { unhideCreation } from "@/lib/creation/manage";
import { unhideSchema } from "@/lib/creation/manage-schema";
import { readJson, route } from "@/lib/http";

/** Shows a hidden creation again, with a reason. */
export const POST = route<{ creationId: string }>(async (request, { params }) => {
  const actor = await requireAction("creations.manage");
  const creationId = parseCreationId((await params).creationId);
  const { reason } = await readJson(request, unhideSchema);
  return Response.json({ changed: await unhideCreation({ creationId, reason, actor }) });
});
