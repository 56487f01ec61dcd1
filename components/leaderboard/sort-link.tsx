import { QuietLink } from "@/components/ui/quiet-link";
import { type BoardColumn, type Direction, nextOrder } from "@/lib/leaderboard/board-order";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import { boardAddress } from "./board-address";

const NAMES: Record<BoardColumn, string> = {
  rank: "Rank",
  entrant: "Entrant",
  rating: "Rating",
  battles: "Battles",
  "win-rate": "Win rate",
  "both-bad": "Both bad",
  executes: "Executes",
};

const ARROWS: Record<Direction, string> = { asc: "↑", desc: "↓" };

type SortLinkProps = {
  column: BoardColumn;
  query: BoardQuery;
  /** The arrow stands before the word where figures end below the word. */
  isRight?: boolean;
  /** Says the order in words, where no header cell says it. */
  isAlone?: boolean;
};

/** A column's name, which sorts by that column, and turns the order when it is sorted already. */
export function SortLink({ column, query, isRight = false, isAlone = false }: SortLinkProps) {
  const { order } = query;
  const isSorted = order.column === column;
  return (
    <QuietLink
      href={boardAddress(query, { order: nextOrder(order, column) })}
      scroll={false}
      className={`inline-flex h-10 items-end gap-1 whitespace-nowrap pb-2 hover:text-ink pointer-coarse:h-11 ${isRight ? "flex-row-reverse" : ""} ${isSorted ? "font-semibold text-ink" : "font-medium"}`}
    >
      {NAMES[column]}
      {isSorted && <span aria-hidden="true">{ARROWS[order.direction]}</span>}
      {isSorted && isAlone && (
        <span className="sr-only">
          , sorted {order.direction === "asc" ? "ascending" : "descending"}
        </span>
      )}
    </QuietLink>
  );
}
