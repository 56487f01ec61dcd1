import { requireAction } from "@/lib/access/session";
import { setRole } from "@/lib/admin/people-mutations";
import { roleSchema } from "@/lib/admin/people-schema";
import { parsePersonId } from "@/lib/admin/person-address";
import { readJson, route } from "@/lib/http";

/** Gives somebody a role. */
export const POST = route<{ userId: string }>(async (request, { params }) => {
  const actor = await requireAction("people.manage");
  const userId = parsePersonId((await params).userId);
  const { role } = await readJson(request, roleSchema);
  return Response.json({ changed: await setRole({ userId, role, actor }) });
});
