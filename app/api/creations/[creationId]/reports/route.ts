import { requireSameOrigin } from "@/lib/access/same-origin";
import { parseCreationId } from "@/lib/creation/address";
import { getCreationFiles } from "@/lib/creation/data";
import { readJson, route } from "@/lib/http";
import { reportCreation } from "@/lib/report/mutations";
import { getReporter } from "@/lib/report/reporter";
import { reportSchema } from "@/lib/report/schema";
import { getVoterId } from "@/lib/voter/session";

/** Reports a creation from its page, whoever may see it. */
export const POST = route<{ creationId: string }>(async (request, { params }) => {
  requireSameOrigin(request.headers);
  const creationId = parseCreationId((await params).creationId);
  const report = await readJson(request, reportSchema);
  await getCreationFiles({ creationId, voterId: await getVoterId() });
  await reportCreation({ ...report, creationId, battleId: null, reporter: await getReporter() });
  return new Response(null, { status: 204 });
});
