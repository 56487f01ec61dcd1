import { listWithheldPrompts } from "@/lib/battle/data";
import { streamVotes } from "@/lib/export/data";
import { exportQuerySchema } from "@/lib/export/schema";
import { parseOrThrow, route } from "@/lib/http";
import { getVoterId } from "@/lib/voter/session";

/** Votes in `seq` order, streamed. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const query = parseOrThrow(exportQuerySchema, Object.fromEntries(searchParams));
  const withheld = await listWithheldPrompts(await getVoterId());
  return new Response(await streamVotes({ ...query, withheld }), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": 'attachment; filename="polyduel-votes.csv"',
      "cache-control": "no-store",
    },
  });
});
