import { requireAction } from "@/lib/access/session";
import { endSessions } from "@/lib/admin/people-mutations";
import { parsePersonId } from "@/lib/admin/person-address";
import { route } from "@/lib/http";

/** Signs somebody out everywhere. */
export const POST = route<{ userId: string }>(async (_request, { params }) => {
  const actor = await requireAction("people.manage");
  await endSessions({ userId: parsePersonId((await params).userId), actor });
  return Response.json({ changed: true });
});
