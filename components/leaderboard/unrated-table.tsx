import { NOTHING } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import { FIRM_BATTLES } from "@/lib/leaderboard/firm";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { behind } from "./board-address";
import { FIGURE_LINKS, FigureLink } from "./figure-link";
import { type RowFigure, rowFigures } from "./row-figures";
import { unratedWords } from "./unrated-words";

type UnratedTableProps = { rows: BoardRow[]; isAnyoneRated: boolean };

/** Who cannot be placed yet, and why: better no number than a made-up one. */
export function UnratedTable({ rows, isAnyoneRated }: UnratedTableProps) {
  return (
    <section aria-labelledby="unrated" className="pt-12">
      <h2 id="unrated" className="scroll-mt-4 font-semibold text-lg tracking-[-0.01em]">
        Not yet rated
      </h2>
      <p className="max-w-[68ch] pt-1 pb-3 text-ink-2 text-sm">
        Better no number than a made-up one. A rating is firm from {FIRM_BATTLES} battles on; before
        that it still wanders.
      </p>
      <table className={`w-full border-collapse text-[15px] tabular-nums ${FIGURE_LINKS}`}>
        <thead className="sr-only md:not-sr-only">
          <tr className="border-line-strong border-b text-left text-ink-3 text-xs *:h-9 *:font-medium">
            <th scope="col" className="w-1/5">
              Entrant
            </th>
            <th scope="col">Why</th>
            <th scope="col" className="hidden md:table-cell">
              To be firm
            </th>
            <th scope="col" className="w-20 text-right">
              Battles
            </th>
            <th scope="col" className="hidden w-20 text-right md:table-cell">
              Executes
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <UnratedRow key={row.slug} row={row} isAnyoneRated={isAnyoneRated} />
          ))}
        </tbody>
      </table>
    </section>
  );
}

function UnratedRow({ row, isAnyoneRated }: { row: BoardRow; isAnyoneRated: boolean }) {
  const { why, missing } = unratedWords(row, { isAnyoneRated });
  const [battles, , , executes] = rowFigures(row);
  return (
    <tr className="border-line border-b">
      <th scope="row" className="pr-4 text-left align-top font-medium normal-nums">
        <QuietLink href={behind.entrant(row.slug)} className="block py-3">
          {row.name}
        </QuietLink>
      </th>
      <td className="py-3 pr-4 align-top text-ink-2">
        {why}
        <span className="block text-[13px] text-ink-3 md:hidden">{missing}</span>
      </td>
      <td className="hidden py-3 pr-4 align-top text-ink-2 md:table-cell">{missing}</td>
      {battles && <FigureCell figure={battles} />}
      {executes && <FigureCell figure={executes} className="hidden md:table-cell" />}
    </tr>
  );
}

function FigureCell({ figure, className = "" }: { figure: RowFigure; className?: string }) {
  const { text, label, href } = figure;
  return (
    <td className={`text-right align-top text-ink-2 ${className}`}>
      {text === NOTHING ? (
        <span className="block py-3">{text}</span>
      ) : (
        <FigureLink href={href} label={label} className="block py-3">
          {text}
        </FigureLink>
      )}
    </td>
  );
}
