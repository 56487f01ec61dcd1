import type { HistoryLines } from "./history-lines";

/**
 * Whose lines are drawn over time: those asked for, as far as they were ever rated, else the first of the board.
 * Slugs in the board's order, `most` at the utmost.
 */
export function chooseLines(
  entrants: readonly { slug: string }[],
  { lines }: HistoryLines,
  { wanted, usual, most }: { wanted: readonly string[]; usual: number; most: number },
): string[] {
  const known = entrants.map(({ slug }) => slug).filter((slug) => lines.has(slug));
  const asked = known.filter((slug) => wanted.includes(slug));
  return asked.length > 0 ? asked.slice(0, most) : known.slice(0, usual);
}
