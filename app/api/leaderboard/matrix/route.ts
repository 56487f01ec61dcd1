import { AppError } from "@/lib/errors";
import { parseOrThrow, route } from "@/lib/http";
import { matrixQuerySchema } from "@/lib/leaderboard/board-query";
import { getLatestSnapshot } from "@/lib/leaderboard/data";
import { toMatrixCsv } from "@/lib/leaderboard/matrix-csv";
import { cutMatrixWindow } from "@/lib/leaderboard/matrix-window";

/** A board's win-rate matrix: the whole as CSV, or the part that a page shows as JSON. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const query = parseOrThrow(matrixQuerySchema, Object.fromEntries(searchParams));
  const { board, format, matrix: view, rows = 1, columns = 1 } = query;
  const snapshot = await getLatestSnapshot(board);
  if (!snapshot) throw new AppError("not_found", `There is no board ${board}`);
  const { throughSeq, matrix } = snapshot;
  if (format === "json") {
    const window = cutMatrixWindow(matrix, { view, rows, columns });
    return Response.json(
      { board, throughSeq, window },
      { headers: { "cache-control": "no-cache" } },
    );
  }
  return new Response(toMatrixCsv(matrix), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="polyduel-matrix-${board.replace("/", "-")}.csv"`,
      "cache-control": "no-cache",
    },
  });
});
