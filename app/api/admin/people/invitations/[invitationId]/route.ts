import { requireAction } from "@/lib/access/session";
import { withdrawInvitation } from "@/lib/admin/people-mutations";
import { parsePersonId } from "@/lib/admin/person-address";
import { route } from "@/lib/http";

/** Makes an open invitation void. */
export const DELETE = route<{ invitationId: string }>(async (_request, { params }) => {
  const actor = await requireAction("people.manage");
  const invitationId = parsePersonId((await params).invitationId);
  await withdrawInvitation({ invitationId, actor });
  return Response.json({ changed: true });
});
