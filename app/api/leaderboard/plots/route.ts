import { AppError } from "@/lib/errors";
import { parseOrThrow, route } from "@/lib/http";
import { getPlotTable } from "@/lib/plots/download";
import { toPlotCsv } from "@/lib/plots/plot-csv";
import { plotDownloadSchema } from "@/lib/plots/schema";

/** The figures behind one plot of /leaderboard/plots, as CSV. */
export const GET = route(async (request) => {
  const { searchParams } = new URL(request.url);
  const query = parseOrThrow(plotDownloadSchema, Object.fromEntries(searchParams));
  const table = await getPlotTable(query);
  const source = query.set ?? query.board;
  if (!table) throw new AppError("not_found", `There is no plot ${query.plot} of ${source}`);
  const name = `polyduel-${source.replace("/", "-")}-${query.plot}.csv`;
  return new Response(toPlotCsv(table), {
    headers: {
      "content-type": "text/csv; charset=utf-8",
      "content-disposition": `attachment; filename="${name}"`,
      "cache-control": "no-cache",
    },
  });
});
