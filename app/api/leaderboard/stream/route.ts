import { AppError } from "@/lib/errors";
import { parseOrThrow, route } from "@/lib/http";
import { openSnapshotStream } from "@/lib/leaderboard/event-stream";
import { boardSchema } from "@/lib/leaderboard/schema";

/** Server-sent events: the board's current state at once, then the rows of every new snapshot that changed. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const board = parseOrThrow(boardSchema, searchParams.get("board") ?? "all");
  const stream = await openSnapshotStream(board, request.signal);
  if (!stream) throw new AppError("not_found", `There is no board ${board}`);
  return new Response(stream, {
    headers: {
      "content-type": "text/event-stream",
      "cache-control": "no-store, no-transform",
      "x-accel-buffering": "no",
    },
  });
});
