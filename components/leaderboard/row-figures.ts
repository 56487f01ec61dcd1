import { countText, percentText } from "@/components/ui/number-text";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { behind } from "./board-address";
import { battlesText } from "./matrix-cell";

export type RowFigure = {
  text: string;
  /** What the figure counts, as it stands below it. */
  unit: string;
  /** The figure in words of its own, for whoever does not see its table. */
  label: string;
  /** What is behind it. */
  href: string;
};

/** The figures of one entrant beside its rating, in the order of their columns. */
export function rowFigures(row: BoardRow): RowFigure[] {
  const { name, slug } = row;
  const unit = row.battles === 1 ? "battle" : "battles";
  const wins = percentText(row.winRate);
  const bothBad = percentText(row.bothBadRate);
  const executes = percentText(row.executability);
  return [
    {
      ...{ text: countText(row.battles), unit, href: behind.battles(slug) },
      label: `${battlesText(row.battles)} of ${name}`,
    },
    {
      ...{ text: wins, unit: "won", href: behind.headToHead(slug) },
      label: `${wins} won by ${name}`,
    },
    {
      ...{ text: bothBad, unit: "both bad", href: behind.bothBad(slug) },
      label: `${bothBad} both bad, battles of ${name}`,
    },
    {
      ...{ text: executes, unit: "executes", href: behind.failures(slug) },
      label: `${executes} of ${name}'s scripts execute`,
    },
  ];
}
