import type { ReactNode } from "react";
import {
  countText,
  percentText,
  rankText,
  ratingText,
  spreadText,
} from "@/components/ui/number-text";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { IntervalAxis, IntervalPlot } from "./interval-plot";
import { createRatingAxis, type RatingAxis } from "./rating-axis";

/** Below this many battles a rating still wanders (DESIGN §5; the peers' "provisional"). */
const FIRM_BATTLES = 100;

/** Which rows the last event changed, and the event's number: the next one marks them anew. */
export type Mark = { changed: ReadonlySet<string>; moment: number };

type BoardTableProps = { rows: BoardRow[]; mark: Mark; caption: ReactNode };

/** The ranking. On a phone each entrant takes two rows: figures, then its whisker on a line of its own. */
export function BoardTable({ rows, mark, caption }: BoardTableProps) {
  const axis = sharedAxis(rows);
  return (
    <table className="w-full border-collapse text-[15px] tabular-nums">
      <caption className="caption-bottom pt-4 text-left normal-nums">{caption}</caption>
      <thead className="text-ink-3 text-xs">
        <tr className="border-line-strong border-b align-bottom *:h-10 *:pb-2 *:font-medium">
          <th scope="col" className="w-14 text-left md:w-16">
            Rank
          </th>
          <th scope="col" className="text-left">
            Entrant
          </th>
          <th scope="col" className="w-28 text-right">
            Rating
          </th>
          <th
            scope="col"
            className="hidden w-[24%] px-4 text-left md:table-cell lg:w-[28%] lg:px-8"
          >
            <span className="sr-only">95 % interval</span>
            <IntervalAxis axis={axis} />
          </th>
          <FigureHead>Battles</FigureHead>
          <FigureHead>Win rate</FigureHead>
          <FigureHead>Both bad</FigureHead>
          <FigureHead>Executes</FigureHead>
        </tr>
        <tr className="md:hidden">
          <td colSpan={3} className="pt-1.5">
            <IntervalAxis axis={axis} />
          </td>
        </tr>
      </thead>
      <tbody>
        {rows.map((row) => (
          <BoardRows key={row.slug} row={row} axis={axis} flash={flashOf(row.slug, mark)} />
        ))}
      </tbody>
    </table>
  );
}

type BoardRowsProps = {
  row: BoardRow;
  axis: RatingAxis;
  flash: "even" | "odd" | undefined;
};

/** Two names for one animation, in turn: a class that stays would not start it again. */
function flashOf(slug: string, { changed, moment }: Mark): BoardRowsProps["flash"] {
  if (!changed.has(slug)) return undefined;
  return moment % 2 === 0 ? "even" : "odd";
}

function BoardRows({ row, axis, flash }: BoardRowsProps) {
  const { rating, lower, upper } = row;
  const interval = rating !== null && lower !== null && upper !== null && { rating, lower, upper };
  const missing = FIRM_BATTLES - row.battles;
  return (
    <>
      <tr data-flash={flash} className="border-line md:h-14 md:border-b md:hover:bg-sunk">
        <td className="whitespace-nowrap pt-3 align-baseline font-medium md:pt-0 md:align-middle">
          {rankText(row.rankRange, row.rank)}
        </td>
        <th
          scope="row"
          className="pt-3 pr-2 text-left align-baseline font-medium normal-nums md:pt-0 md:align-middle"
        >
          {row.name}{" "}
          {missing > 0 && (
            <span className="hidden whitespace-nowrap font-normal text-[13px] text-ink-3 md:block lg:ml-1.5 lg:inline">
              {countText(missing)} more to firm
            </span>
          )}
        </th>
        <td className="whitespace-nowrap pt-3 text-right align-baseline md:pt-0 md:align-middle">
          <span className="font-semibold">{ratingText(rating)}</span>
          <span className="inline-block w-12 text-[13px] text-ink-3">
            {spreadText(lower, upper)}
          </span>
        </td>
        <td className="hidden overflow-hidden px-4 md:table-cell lg:px-8">
          {interval && <IntervalPlot {...interval} axis={axis} isJoined />}
        </td>
        <Figure>{countText(row.battles)}</Figure>
        <Figure>{percentText(row.winRate)}</Figure>
        <Figure>{percentText(row.bothBadRate)}</Figure>
        <Figure>{percentText(row.executability)}</Figure>
      </tr>
      <tr className="border-line border-b md:hidden">
        <td colSpan={3} className="pt-1.5 pb-3 text-[13px] text-ink-3">
          {interval && <IntervalPlot {...interval} axis={axis} />}
          <p className="pt-1.5">
            {countText(row.battles)} battles · {percentText(row.winRate)} won ·{" "}
            {percentText(row.bothBadRate)} both bad · {percentText(row.executability)} executes
            {missing > 0 && ` · ${countText(missing)} more to firm`}
          </p>
        </td>
      </tr>
    </>
  );
}

function FigureHead({ children }: { children: string }) {
  return (
    <th scope="col" className="hidden w-20 whitespace-nowrap text-right md:table-cell">
      {children}
    </th>
  );
}

function Figure({ children }: { children: string }) {
  return <td className="hidden text-right text-ink-2 md:table-cell">{children}</td>;
}

function sharedAxis(rows: BoardRow[]): RatingAxis {
  return createRatingAxis(
    rows.flatMap(({ lower, upper, rating }) =>
      [lower, upper, rating].filter((end) => end !== null),
    ),
  );
}
