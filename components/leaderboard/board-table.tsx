import type { ReactNode } from "react";
import { type BoardColumn, sortRows } from "@/lib/leaderboard/board-order";
import type { BoardQuery } from "@/lib/leaderboard/board-query";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { BoardTableRow } from "./board-table-row";
import { FIGURE_LINKS } from "./figure-link";
import { IntervalAxis } from "./interval-plot";
import { createRatingAxis, type RatingAxis } from "./rating-axis";
import { SortHead } from "./sort-head";
import { SortLink } from "./sort-link";

/** Which rows the last event changed, and the event's number: the next one marks them anew. */
export type Mark = { changed: ReadonlySet<string>; moment: number };

type BoardTableProps = { rows: BoardRow[]; query: BoardQuery; mark: Mark; caption: ReactNode };

/** Columns that a narrow screen shows below each entrant's name. */
const FIGURES = ["battles", "win-rate", "both-bad", "executes"] satisfies BoardColumn[];

const GRID_ID = "rating-grid";

/** The ranking. On a phone each entrant takes two rows: standing, then its whisker and figures. */
export function BoardTable({ rows, query, mark, caption }: BoardTableProps) {
  const axis = sharedAxis(rows);
  return (
    <table
      className={`w-full border-collapse text-[15px] tabular-nums [&_tbody_a]:scroll-mt-12 [&_td>a]:block ${FIGURE_LINKS}`}
    >
      <caption className="caption-bottom pt-4 text-left normal-nums">{caption}</caption>
      <thead className="text-ink-3 text-xs">
        <tr className="align-bottom md:*:sticky md:*:top-0 md:*:z-1 md:*:bg-canvas md:*:shadow-[inset_0_-1px_0_var(--color-line-strong)]">
          <SortHead column="rank" query={query} className="w-16 md:w-20" />
          <SortHead column="entrant" query={query} />
          <SortHead column="rating" query={query} isRight className="w-28" />
          <th
            scope="col"
            className="hidden w-[24%] px-4 pb-2 text-left font-medium md:table-cell lg:w-[28%] lg:px-8"
          >
            <span className="sr-only">95 % interval</span>
            <IntervalAxis axis={axis} gridId={GRID_ID} />
          </th>
          {FIGURES.map((column) => (
            <SortHead
              key={column}
              column={column}
              query={query}
              isRight
              className="hidden w-20 md:table-cell"
            />
          ))}
        </tr>
        <tr className="border-line-strong border-b md:hidden">
          <td colSpan={3} className="pb-1.5">
            <ul className="grid grid-cols-4">
              {FIGURES.map((column) => (
                <li key={column}>
                  <SortLink column={column} query={query} isAlone />
                </li>
              ))}
            </ul>
            <IntervalAxis axis={axis} />
          </td>
        </tr>
      </thead>
      <tbody>
        {sortRows(rows, query.order).map((row) => (
          <BoardTableRow
            key={row.slug}
            row={row}
            axis={axis}
            gridId={GRID_ID}
            flash={flashOf(row.slug, mark)}
          />
        ))}
      </tbody>
    </table>
  );
}

/** Two names for one animation, in turn: a class that stays would not start it again. */
function flashOf(slug: string, { changed, moment }: Mark): "even" | "odd" | undefined {
  if (!changed.has(slug)) return undefined;
  return moment % 2 === 0 ? "even" : "odd";
}

function sharedAxis(rows: BoardRow[]): RatingAxis {
  return createRatingAxis(
    rows.flatMap(({ lower, upper, rating }) =>
      [lower, upper, rating].filter((end) => end !== null),
    ),
  );
}
