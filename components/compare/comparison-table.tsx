import { countText, percentText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { ComparedScope, Comparison } from "@/lib/compare/schema";
import { addRecords, type VoteRecord, winRateOf } from "@/lib/vote/vote-record";
import { compareAddress } from "./compare-address";

const COLUMNS = ["wins", "losses", "ties", "bothBad"] as const satisfies (keyof VoteRecord)[];

type BoardRow = { board: string; label: string; depth: 0 | 1 | 2; record: VoteRecord };

type ComparisonTableProps = { comparison: Comparison; board: string; total: VoteRecord };

/** The record of two entrants on each board where they met; a board's name shows its battles. */
export function ComparisonTable({ comparison, board, total }: ComparisonTableProps) {
  const { first, second, scopes } = comparison;
  if (scopes.length === 0) return null;
  const rows = [
    { board: "all", label: "All tracks", depth: 0 as const, record: total },
    ...scopes.flatMap((scope, at) => rowsOf(scope, { scopes, at })),
  ];
  return (
    <section
      aria-label="Record by board"
      // biome-ignore lint/a11y/noNoninteractiveTabindex: a box that scrolls must be reachable by keyboard
      tabIndex={0}
      className="overflow-x-auto rounded-card border border-line bg-surface"
    >
      <table className="w-full text-right text-sm tabular-nums">
        <thead>
          <tr className="border-line border-b align-bottom text-ink-2 *:px-3 *:py-3 *:font-medium sm:*:px-4">
            <th scope="col" className="text-left">
              Board
            </th>
            <th scope="col">Win rate of {first.name}</th>
            <th scope="col">{first.name} won</th>
            <th scope="col">{second.name} won</th>
            <th scope="col">Ties</th>
            <th scope="col">Both bad</th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr
              key={row.board}
              className={`border-line border-b *:px-3 last:border-b-0 sm:*:px-4 ${row.board === board ? "bg-sunk" : ""}`}
            >
              <th scope="row" className="whitespace-nowrap text-left font-medium">
                <QuietLink
                  href={compareAddress({
                    ...{ first: first.slug, second: second.slug, board: row.board },
                  })}
                  scroll={false}
                  aria-current={row.board === board ? "true" : undefined}
                  className={`flex min-h-11 items-center text-ink-2 underline decoration-line-strong underline-offset-4 hover:text-ink hover:decoration-ink aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:no-underline ${INDENTS[row.depth]}`}
                >
                  <span className="first-letter:uppercase">{row.label}</span>
                </QuietLink>
              </th>
              <td className="font-medium">{percentText(winRateOf(row.record))}</td>
              {COLUMNS.map((column) => (
                <td key={column}>{countText(row.record[column])}</td>
              ))}
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}

const INDENTS = { 0: "", 1: "pl-3", 2: "pl-6" } as const;

/** A scope's row, and before a track's first one the row of the whole track. */
function rowsOf(
  { track, category, record }: ComparedScope,
  { scopes, at }: { scopes: readonly ComparedScope[]; at: number },
): BoardRow[] {
  const row: BoardRow = {
    ...{ board: `${track.slug}/${category}`, depth: 2, record },
    label: category.replaceAll("-", " "),
  };
  if (scopes[at - 1]?.track.slug === track.slug) return [row];
  const onTrack = scopes.filter((one) => one.track.slug === track.slug);
  const whole = addRecords(onTrack.map((one) => one.record));
  return [{ board: track.slug, label: track.name, depth: 1, record: whole }, row];
}
