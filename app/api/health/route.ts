import { getHealth } from "@/lib/health/data";
import { route } from "@/lib/http";

/** Whether this node can serve: 200 or 503. */
export const GET = route(async () => {
  const health = await getHealth();
  return Response.json(health, {
    status: health.status === "ok" ? 200 : 503,
    headers: { "cache-control": "no-store" },
  });
});
