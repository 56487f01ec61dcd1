import { after } from "next/server";
import { requireAction } from "@/lib/access/session";
import { restoreVotes } from "@/lib/exclusion/mutations";
import { restoreSchema } from "@/lib/exclusion/schema";
import { readJson, route } from "@/lib/http";
import { refreshBoards } from "@/lib/leaderboard/mutations";

/** Counts excluded votes again. Boards follow at once, also while the worker is busy or away. */
export const POST = route(async (request) => {
  const actor = await requireAction("votes.exclude");
  const changed = await restoreVotes({ ...(await readJson(request, restoreSchema)), actor });
  after(() => refreshBoards());
  return Response.json({ changed });
});
