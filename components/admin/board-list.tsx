import { countText, timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { BoardStatus } from "@/lib/admin/status-schema";
import { AdminTable } from "./admin-table";
import { agoText } from "./age-text";

/** Every board with what its newest snapshot is of. */
export function BoardList({ boards, at }: { boards: readonly BoardStatus[]; at: string }) {
  return (
    <AdminTable
      label="Table of boards"
      columns={["Board"]}
      figures={["Rated", "Entrants", "Votes", "Through ledger", "Changed"]}
    >
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
    </AdminTable>
  );
}
