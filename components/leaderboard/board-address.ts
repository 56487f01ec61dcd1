import { firstDirection } from "@/lib/leaderboard/board-order";
import type { BoardQuery } from "@/lib/leaderboard/board-query";

/** What a link changes of the address it stands on. */
type Change = { order?: BoardQuery["order"]; matrix?: Partial<BoardQuery["matrix"]> };

/** The leaderboard's address with something changed; what is as usual stays out of it. */
export function boardAddress(query: BoardQuery, change: Change = {}): string {
  const order = change.order ?? query.order;
  const matrix = { ...query.matrix, ...change.matrix };
  return `/leaderboard${search({
    board: query.board === "all" ? null : query.board,
    sort: order.column === "rank" ? null : order.column,
    order: order.direction === firstDirection(order.column) ? null : order.direction,
    matrix: matrix.view === "observed" ? null : matrix.view,
    rows: matrix.rows === 1 ? null : matrix.rows,
    columns: matrix.columns === 1 ? null : matrix.columns,
  })}`;
}

/** Addresses of what stands behind a board's figures. */
export const behind = {
  plots: (board: string) =>
    `/leaderboard/plots${search({ board: board === "all" ? null : board })}`,
  entrant: (slug: string) => `/entrants/${slug}`,
  battles: (slug: string) => `/entrants/${slug}#battles`,
  headToHead: (slug: string) => `/entrants/${slug}#head-to-head`,
  bothBad: (slug: string) => `/entrants/${slug}#both-bad`,
  failures: (slug: string) => `/entrants/${slug}#failures`,
  pair: (row: string, column: string, board: string) =>
    `/compare/${row}/${column}${search({ board: board === "all" ? null : board })}`,
};

/** The API's addresses of a board. */
export const boardFiles = {
  json: (board: string) => `/api/leaderboard?board=${board}`,
  matrixCsv: (board: string) => `/api/leaderboard/matrix?board=${board}`,
  matrixJson: ({ board, matrix }: BoardQuery) =>
    `/api/leaderboard/matrix${search({ format: "json", board, matrix: matrix.view, rows: matrix.rows, columns: matrix.columns })}`,
  stream: (board: string) => `/api/leaderboard/stream?board=${board}`,
};

/** Boards, columns and views are slugs and slashes, which a query may hold as they are. */
function search(params: Record<string, string | number | null>): string {
  const given = Object.entries(params).filter(([, value]) => value !== null);
  return given.length === 0 ? "" : `?${given.map(([name, value]) => `${name}=${value}`).join("&")}`;
}
