import type { Cell, PlotTable } from "./plot-table";

/**
 * A table as CSV: RFC 4180 quoting, "\n" line ends, a header row, numbers with every digit, nothing for null. A text
 * that a spreadsheet would take for a formula gets an apostrophe before it.
 */
export function toPlotCsv({ columns, rows }: PlotTable): string {
  const lines = [columns.map(({ name }) => name), ...rows].map((cells) =>
    cells.map(field).join(","),
  );
  return `${lines.join("\n")}\n`;
}

function field(cell: Cell): string {
  if (cell === null) return "";
  if (typeof cell !== "string") return String(cell);
  const text = /^[=+\-@\t\r]/.test(cell) ? `'${cell}` : cell;
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}
