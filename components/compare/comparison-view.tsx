import { countText, NOTHING, percentText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { Comparison, HeadToHead } from "@/lib/compare/schema";

const COLUMNS = ["firstWins", "secondWins", "ties", "bothBad"] as const;

/** Two entrants against each other: in all, and on each board where they met. */
export function ComparisonView({ comparison }: { comparison: Comparison }) {
  const { first, second, scopes } = comparison;
  const total = addUp(scopes);
  return (
    <div className="flex flex-col gap-6">
      <header className="flex flex-col gap-2">
        <p className="text-ink-2 text-sm">Head to head</p>
        <h1 className="text-balance font-semibold text-2xl tracking-[-0.02em]">
          {first.name} <span className="font-normal text-ink-3">against</span> {second.name}
        </h1>
        <p className="max-w-[68ch] text-[15px] text-ink-2">{sentence(comparison, total)}</p>
      </header>
      {scopes.length > 0 && (
        <section
          aria-label="Record by board"
          // A box that scrolls must be reachable by keyboard.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
          tabIndex={0}
          className="overflow-x-auto rounded-card border border-line"
        >
          <table className="w-full text-right text-sm tabular-nums">
            <thead>
              <tr className="border-line border-b text-ink-2">
                <th scope="col" className="px-4 py-3 text-left font-medium">
                  Board
                </th>
                <th scope="col" className="px-4 py-3 font-medium">
                  {first.name}
                </th>
                <th scope="col" className="px-4 py-3 font-medium">
                  {second.name}
                </th>
                <th scope="col" className="px-4 py-3 font-medium">
                  Ties
                </th>
                <th scope="col" className="px-4 py-3 font-medium">
                  Both bad
                </th>
                <th scope="col" className="px-4 py-3 font-medium">
                  Win rate
                </th>
              </tr>
            </thead>
            <tbody>
              {scopes.map((scope) => (
                <Row
                  key={`${scope.track}/${scope.category}`}
                  label={`${scope.track} · ${scope.category.replaceAll("-", " ")}`}
                  record={scope}
                />
              ))}
            </tbody>
            <tfoot>
              <Row label="All" record={total} />
            </tfoot>
          </table>
        </section>
      )}
      <p className="max-w-[68ch] text-[13px] text-ink-3">
        Counted votes only. The win rate is the first entrant's: a tie or a both-bad vote is half a
        win for each.{" "}
        <QuietLink href="/leaderboard" className="underline">
          The leaderboard
        </QuietLink>{" "}
        rates both against everybody else too.
      </p>
    </div>
  );
}

function Row({ label, record }: { label: string; record: HeadToHead }) {
  return (
    <tr className="border-line border-b last:border-b-0">
      <th scope="row" className="px-4 py-3 text-left font-medium first-letter:uppercase">
        {label}
      </th>
      {COLUMNS.map((column) => (
        <td key={column} className="px-4 py-3">
          {countText(record[column])}
        </td>
      ))}
      <td className="px-4 py-3">{percentText(winRate(record))}</td>
    </tr>
  );
}

function addUp(scopes: readonly HeadToHead[]): HeadToHead {
  const total = { firstWins: 0, secondWins: 0, ties: 0, bothBad: 0 };
  for (const scope of scopes) for (const column of COLUMNS) total[column] += scope[column];
  return total;
}

/** Points of the first over the second, a tie or both-bad half a point; null when they never met. */
function winRate({ firstWins, secondWins, ties, bothBad }: HeadToHead): number | null {
  const votes = firstWins + secondWins + ties + bothBad;
  return votes === 0 ? null : (firstWins + (ties + bothBad) / 2) / votes;
}

function sentence({ first, second }: Comparison, total: HeadToHead): string {
  const rate = winRate(total);
  if (rate === null) return "These two have not met in a counted vote yet.";
  const votes = COLUMNS.reduce((sum, column) => sum + total[column], 0);
  const [more, fewer] = [total.firstWins, total.secondWins].sort((a, b) => b - a);
  const record = `${countText(more ?? 0)} to ${countText(fewer ?? 0)} in ${countText(votes)} votes`;
  if (rate === 0.5) return `Even so far: ${record}.`;
  const leader = rate > 0.5 ? first.name : second.name;
  return `${leader} is ahead: ${record}, a win rate of ${percentText(Math.max(rate, 1 - rate)) ?? NOTHING}.`;
}
