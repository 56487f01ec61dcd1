import { countText, timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { BoardStatus } from "@/lib/admin/status-schema";
import { agoText } from "./age-text";
import { ScrollBox } from "./scroll-box";

/** Every board with what its newest snapshot is of. */
export function BoardList({ boards, at }: { boards: readonly BoardStatus[]; at: string }) {
  return (
    <ScrollBox label="Table of boards">
      <table className="w-full whitespace-nowrap text-right text-sm tabular-nums">
        <thead className="text-ink-2">
          <tr className="border-line border-b *:px-4 *:py-3 *:font-medium">
            <th scope="col" className="text-left">
              Board
            </th>
            <th scope="col">Rated</th>
            <th scope="col">Entrants</th>
            <th scope="col">Votes</th>
            <th scope="col">Through ledger</th>
            <th scope="col">Changed</th>
          </tr>
        </thead>
        <tbody>
          {boards.map((board) => (
            <tr key={board.board} className="border-line border-b *:px-4 *:py-2.5 last:border-b-0">
              <th scope="row" className="text-left font-medium">
                <QuietLink
                  href={
                    board.board === "all"
                      ? "/leaderboard"
                      : { pathname: "/leaderboard", query: { board: board.board } }
                  }
                  className="underline-offset-4 hover:underline"
                >
                  {board.label}
                </QuietLink>
              </th>
              <td>{countText(board.rated)}</td>
              <td>{countText(board.entrants)}</td>
              <td>{countText(board.votes)}</td>
              <td>{countText(board.throughSeq)}</td>
              <td className="w-32">
                <time dateTime={board.computedAt} title={timeText(board.computedAt)}>
                  {agoText((Date.parse(at) - Date.parse(board.computedAt)) / 1000)}
                </time>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}
