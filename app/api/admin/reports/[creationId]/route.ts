import "server-only";
import { requireAction } from "@/lib/access/session";
import { parseCreationId } from "@/lib/creation/address";
import { readJson, route } from "@/lib/http";
import { resolveReports } from "@/lib/report/mutations";
import { resolutionSchema } from "@/lib/report/schema";

/** Settles every open report on a creation: it stays as it is, or it is hidden. */
export const POST = route<{ creationId: string }>(async (request, { params }) => {
  const actor = await requireAction("reports.resolve");
  const creationId = parseCreationId((await params).creationId);
  const { outcome } = await readJson(request, resolutionSchema);
  await resolveReports({ creationId, outcome, actor });
  return Response.json({ outcome });
});
