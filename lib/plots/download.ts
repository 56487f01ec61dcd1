import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { getBootstrap } from "@/lib/leaderboard/bootstraps";
import { listHistory } from "@/lib/leaderboard/history";
import { getBoardFigures } from "@/lib/plots/data";
import { toHistoryLines } from "@/lib/plots/history-lines";
import { BOARD_METRICS } from "@/lib/plots/metric";
import {
  battlesTable,
  historyTable,
  type PlotTable,
  rankTable,
  scatterTable,
} from "@/lib/plots/plot-table";
import { toRankShares } from "@/lib/plots/rank-shares";
import { toScatter } from "@/lib/plots/scatter";
import type { PlotDownload } from "@/lib/plots/schema";
import {
  listPublishedEntrants,
  THREE_D_CODE_BENCH_METRICS,
} from "@/lib/published/three-d-code-bench";

/** The figures behind one plot, or null where there is no such board or plot, or no bootstrap yet. */
export async function getPlotTable(
  { board, set, plot }: Omit<PlotDownload, "entrants">,
  db: Db = defaultDb,
): Promise<PlotTable | null> {
  if (set) {
    const metric = THREE_D_CODE_BENCH_METRICS.find(({ id }) => id === plot);
    return metric ? scatterTable(toScatter(listPublishedEntrants(), metric)) : null;
  }
  const figures = await getBoardFigures(board, db);
  if (!figures) return null;
  const names = new Map(figures.entrants.map(({ slug, name }) => [slug, name]));
  if (plot === "history")
    return historyTable(toHistoryLines(await listHistory(board, {}, db)), names);
  if (plot === "battles") return battlesTable(figures.entrants);
  if (plot === "rank-distribution") {
    const bootstrap = await getBootstrap(board, db);
    return bootstrap && rankTable(toRankShares(bootstrap, names), bootstrap);
  }
  const metric = BOARD_METRICS.find(({ id }) => id === plot);
  return metric ? scatterTable(toScatter(figures.entrants, metric)) : null;
}
