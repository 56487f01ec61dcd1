import type { BoardColumn } from "@/lib/leaderboard/board-order";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import { SortLink } from "./sort-link";

type SortHeadProps = {
  column: BoardColumn;
  query: BoardQuery;
  className?: string;
  /** Over figures that end at the right. */
  isRight?: boolean;
};

/** A column's header cell. */
export function SortHead({ column, query, className = "", isRight = false }: SortHeadProps) {
  const { order } = query;
  const sorted = order.direction === "asc" ? "ascending" : "descending";
  return (
    <th
      scope="col"
      aria-sort={order.column === column ? sorted : undefined}
      className={`${isRight ? "text-right" : "text-left"} ${className}`}
    >
      <SortLink column={column} query={query} isRight={isRight} />
    </th>
  );
}
