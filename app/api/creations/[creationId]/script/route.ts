import { parseCreationId } from "@/lib/creation/address";
import { getCreationFiles } from "@/lib/creation/data";
import { AppError } from "@/lib/errors";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

/** The Blender script that made a creation, as a file to keep. */
export const GET = route<{ creationId: string }>(async (_request, { params }) => {
  const creationId = parseCreationId((await params).creationId);
  const { script } = await getCreationFiles({ creationId, voterId: await getVoterId() });
  if (script === null) throw new AppError("not_found", "No script made this object");
  return new Response(script, {
    headers: {
      "content-type": "text/x-python; charset=utf-8",
      "content-disposition": `attachment; filename="${creationId}.py"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
