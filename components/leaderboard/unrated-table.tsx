import { countText, percentText } from "@/components/ui/number-text";
import type { BoardRow } from "@/lib/leaderboard/schema";

const REASONS: Record<NonNullable<BoardRow["reason"]>, string> = {
  no_votes: "No votes yet.",
  undefeated: "Has not lost yet. A rating needs at least half a point on each side.",
  winless: "Has not won yet. A rating needs at least half a point on each side.",
  disconnected: "Has not yet met the rated entrants, directly or through others.",
};

/** Who cannot be placed yet, and why: better no number than a made-up one. */
export function UnratedTable({ rows }: { rows: BoardRow[] }) {
  return (
    <section aria-labelledby="unrated" className="pt-12">
      <h2 id="unrated" className="font-semibold text-lg tracking-[-0.01em]">
        Not yet rated
      </h2>
      <table className="mt-2 w-full border-collapse text-[15px] tabular-nums">
        <thead className="sr-only md:not-sr-only">
          <tr className="border-line-strong border-b text-left text-ink-3 text-xs *:h-9 *:font-medium">
            <th scope="col" className="w-1/4">
              Entrant
            </th>
            <th scope="col">Why</th>
            <th scope="col" className="w-20 text-right">
              Battles
            </th>
            <th scope="col" className="w-20 text-right">
              Executes
            </th>
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => (
            <tr key={row.slug} className="border-line border-b">
              <th scope="row" className="py-3 pr-4 text-left align-top font-medium normal-nums">
                {row.name}
              </th>
              <td className="py-3 pr-4 text-ink-2">
                {row.reason === null ? "Not enough votes yet." : REASONS[row.reason]}
              </td>
              <td className="py-3 text-right align-top text-ink-2">{countText(row.battles)}</td>
              <td className="hidden py-3 text-right align-top text-ink-2 md:table-cell">
                {percentText(row.executability)}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
