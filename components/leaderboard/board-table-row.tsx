import { countText, NOTHING, rankText, ratingText, spreadText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import { battlesToFirm } from "@/lib/leaderboard/firm";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { behind } from "./board-address";
import { FigureLink } from "./figure-link";
import { IntervalPlot } from "./interval-plot";
import type { RatingAxis } from "./rating-axis";
import { type RowFigure, rowFigures } from "./row-figures";

type BoardTableRowProps = {
  row: BoardRow;
  axis: RatingAxis;
  gridId: string;
  /** Marks a row that the last event changed. */
  flash: "even" | "odd" | undefined;
};

/** One entrant of the ranking: each figure leads to what is behind it. */
export function BoardTableRow({ row, axis, gridId, flash }: BoardTableRowProps) {
  const { name, slug, rating, lower, upper } = row;
  const interval = rating !== null && lower !== null && upper !== null && { rating, lower, upper };
  const missing = battlesToFirm(row.battles);
  const rank = rankText(row.rankRange, row.rank);
  const spread = spreadText(lower, upper);
  const page = behind.entrant(slug);
  return (
    <>
      <tr data-flash={flash} className="border-line md:border-b md:hover:bg-sunk">
        <td className="whitespace-nowrap align-baseline font-medium">
          <FigureLink href={page} label={`Rank ${rank}: ${name}`} className="py-3 md:py-4">
            {rank}
          </FigureLink>
        </td>
        <th
          scope="row"
          className="py-3 pr-2 text-left align-baseline font-medium normal-nums md:py-4"
        >
          {/* Its margins take back its padding, and it hangs from the top: the figures stand beside a name's first line. */}
          <QuietLink
            href={page}
            className="-my-3 mr-2 inline-block min-w-11 py-3 align-top md:-my-4 md:py-4"
          >
            {name}
          </QuietLink>
          {missing > 0 && (
            <span className="block whitespace-nowrap font-normal text-[13px] text-ink-3 lg:inline">
              {countText(missing)} more to firm
            </span>
          )}
        </th>
        <td className="whitespace-nowrap text-right align-baseline">
          <FigureLink
            href={page}
            label={`Rating ${ratingText(rating)} ${spread}: ${name}`}
            className="py-3 md:py-4"
          >
            <span className="font-semibold">{ratingText(rating)}</span>
            <span className="inline-block min-w-12 text-[13px] text-ink-3">{spread}</span>
          </FigureLink>
        </td>
        <td className="hidden overflow-hidden px-4 py-4 align-top md:table-cell lg:px-8">
          {interval && <IntervalPlot {...interval} axis={axis} gridId={gridId} isJoined />}
        </td>
        {rowFigures(row).map((figure) => (
          <td
            key={figure.unit}
            className="hidden text-right align-baseline text-ink-2 md:table-cell"
          >
            <Figure figure={figure} className="block py-4" />
          </td>
        ))}
      </tr>
      <tr data-flash={flash} className="border-line border-b md:hidden">
        <td colSpan={3} className="pb-2">
          {interval && <IntervalPlot {...interval} axis={axis} gridId={gridId} />}
          <ul className="grid grid-cols-4 pt-1">
            {rowFigures(row).map((figure) => (
              <li key={figure.unit}>
                <Figure figure={figure} className="block py-1 text-ink-2 leading-5" isNamed />
              </li>
            ))}
          </ul>
        </td>
      </tr>
    </>
  );
}

type FigureProps = {
  figure: RowFigure;
  className: string;
  /** Says below the figure what it is, where no column does. */
  isNamed?: boolean;
};

function Figure({ figure, className, isNamed = false }: FigureProps) {
  const { text, label, href, unit } = figure;
  const name = isNamed && <span className="block text-ink-3 text-xs">{unit}</span>;
  if (text === NOTHING)
    return (
      <span className={className}>
        {text}
        {name}
      </span>
    );
  return (
    <FigureLink href={href} label={label} className={className}>
      {text}
      {name}
    </FigureLink>
  );
}
