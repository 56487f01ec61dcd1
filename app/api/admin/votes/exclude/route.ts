import { after } from "next/server";
import { requireAction } from "@/lib/access/session";
import { excludeVotes } from "@/lib/exclusion/mutations";
import { excludeSchema } from "@/lib/exclusion/schema";
import { readJson, route } from "@/lib/http";
import { refreshBoards } from "@/lib/leaderboard/mutations";

/** Stops counting votes, with a reason. Boards follow at once, also while the worker is busy or away. */
export const POST = route(async (request) => {
  const actor = await requireAction("votes.exclude");
  const changed = await excludeVotes({ ...(await readJson(request, excludeSchema)), actor });
  after(() => refreshBoards());
  return Response.json({ changed });
});
