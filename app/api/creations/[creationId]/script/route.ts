import { parseAttempt, parseCreationId } from "@/lib/creation/address";
import { getCreationScript } from "@/lib/creation/data";
import { route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

/** The Blender script of a creation as a file to keep: the one that counts, or that of `?attempt=`. */
export const GET = route<{ creationId: string }>(async (request, { params }) => {
  const creationId = parseCreationId((await params).creationId);
  const attempt = parseAttempt(new URL(request.url).searchParams.get("attempt"));
  const voterId = await getVoterId();
  const { source } = await getCreationScript({ creationId, voterId, attempt });
  return new Response(source, {
    headers: {
      "content-type": "text/x-python; charset=utf-8",
      "content-disposition": `attachment; filename="${creationId}.py"`,
      "cache-control": "private, no-store",
      "x-content-type-options": "nosniff",
    },
  });
});
