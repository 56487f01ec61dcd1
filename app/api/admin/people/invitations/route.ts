import { requireAction } from "@/lib/access/session";
import { createInvitation, INVITATION_HOURS } from "@/lib/account/invitations";
import { toInvitationUrl } from "@/lib/admin/invitation-url";
import { inviteSchema } from "@/lib/admin/people-schema";
import { readJson, route } from "@/lib/http";

/** Invites somebody. The link is in this answer and nowhere else. */
export const POST = route(async (request) => {
  const actor = await requireAction("people.manage");
  const { email, role } = await readJson(request, inviteSchema);
  const expiresAt = new Date(Date.now() + INVITATION_HOURS * 3_600_000);
  const token = await createInvitation({ email, role, expiresAt, actor });
  const url = toInvitationUrl(token, request.headers);
  const headers = { "cache-control": "no-store" };
  return Response.json({ url, expiresAt }, { status: 201, headers });
});
