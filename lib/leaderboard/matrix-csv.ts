import type { BoardMatrix } from "@/lib/leaderboard/schema";

const COLUMNS = ["row", "column", "wins", "battles", "predicted", "residual"];

/**
 * A board's win-rate matrix as CSV (RFC 4180): a line for each ordered pair that met, by rank of the row, then of
 * the column. `wins` are the row's points, `predicted` and `residual` are empty where one of the two is not rated.
 * Every field is a slug or a number, so none needs quoting and none can be read as a formula.
 */
export function toMatrixCsv({ order, wins, battles, predicted, residuals }: BoardMatrix): string {
  const lines = [COLUMNS.join(",")];
  for (const [i, row] of order.entries())
    for (const [j, column] of order.entries()) {
      const met = battles[i]?.[j] ?? null;
      if (met === null) continue;
      const figures = [wins[i]?.[j], met, predicted[i]?.[j], residuals[i]?.[j]];
      lines.push([row, column, ...figures.map((figure) => figure ?? "")].join(","));
    }
  return `${lines.join("\r\n")}\r\n`;
}
