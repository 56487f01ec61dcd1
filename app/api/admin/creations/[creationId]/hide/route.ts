import { requireAction } from "@/lib/access/session";
import { parseCreationId } from "@/lib/creation/address";
import { hideCreation } from "@/lib/creation/manage";
import { hideSchema } from "@/lib/creation/manage-schema";
import { readJson, route } from "@/lib/http";

/** Hides a creation from everybody but those who manage creations, with a reason. */
export const POST = route<{ creationId: string }>(async (request, { params }) => {
  const actor = await requireAction("creations.manage");
  const creationId = parseCreationId((await params).creationId);
  const { reason } = await readJson(request, hideSchema);
  return Response.json({ changed: await hideCreation({ creationId, reason, actor }) });
});
