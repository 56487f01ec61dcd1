import { requireAction } from "@/lib/access/session";
import { TIMER } from "@/lib/audit/schema";
import { requireCronSecret } from "@/lib/auth";
import { route } from "@/lib/http";
import { runRecompute } from "@/lib/recompute/mutations";

/** Recomputes Elo and the win-rate matrix of every board, now: for a maintainer, or for whoever has the cron secret. */
export const POST = route(async (request) => {
  const authorization = request.headers.get("authorization") ?? "";
  // A proxy in front may ask for a password of its own, which is no bearer token.
  const isTimer = /^bearer /i.test(authorization);
  if (isTimer) requireCronSecret(authorization);
  const actor = isTimer ? TIMER : await requireAction("ratings.recompute");
  return Response.json(await runRecompute(actor), { headers: { "cache-control": "no-store" } });
});
