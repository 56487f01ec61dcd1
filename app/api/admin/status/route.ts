import { requirePermission } from "@/lib/access/session";
import { getArenaStatus } from "@/lib/admin/status";
import { route } from "@/lib/http";

/** What /admin shows, as it is now. */
export const GET = route(async () => {
  await requirePermission("admin.view");
  return Response.json(await getArenaStatus(), { headers: { "cache-control": "no-store" } });
});
