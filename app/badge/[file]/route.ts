import { entrantBadge } from "@/components/leaderboard/entrant-badge";
import { AppError } from "@/lib/errors";
import { parseOrThrow, route } from "@/lib/http";
import { drawBadge } from "@/lib/leaderboard/badge";
import { getStanding } from "@/lib/leaderboard/data";
import { boardSchema } from "@/lib/leaderboard/schema";

const NAME = /^([a-z0-9-]+)\.svg$/;

/** An entrant's standing as a small picture, for READMEs: /badge/<entrant>.svg?board=…. */
export const GET = route<{ file: string }>(async (request, { params }) => {
  const slug = NAME.exec((await params).file)?.[1];
  if (!slug) throw new AppError("not_found", "A badge's address is /badge/<entrant>.svg");
  const { searchParams } = new URL(request.url);
  const board = parseOrThrow(boardSchema, searchParams.get("board") ?? "all");
  const standing = await getStanding({ board, slug });
  if (!standing) throw new AppError("not_found", `There is no entrant ${slug} on a board ${board}`);
  return new Response(drawBadge(entrantBadge(standing)), {
    headers: { "content-type": "image/svg+xml", "cache-control": "public, max-age=300" },
  });
});
