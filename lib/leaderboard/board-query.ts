import * as z from "zod/mini";
import {
  BOARD_COLUMNS,
  type BoardOrder,
  DIRECTIONS,
  firstDirection,
} from "@/lib/leaderboard/board-order";
import { MATRIX_VIEWS, type MatrixPlace } from "@/lib/leaderboard/matrix-window";
import { boardSchema } from "@/lib/leaderboard/schema";

/** What a board's address says: which board, in which order, and which part of its matrix. */
export type BoardQuery = { board: string; order: BoardOrder; matrix: MatrixPlace };

/** A place in a list as an address names it. */
const placeSchema = z.pipe(
  z.string().check(z.regex(/^[1-9]\d{0,8}$/, "must be a place, counted from 1")),
  z.transform(Number),
);

const forgivingSchema = z.object({
  sort: z.catch(z.enum(BOARD_COLUMNS), "rank"),
  order: z.catch(z.optional(z.enum(DIRECTIONS)), undefined),
  matrix: z.catch(z.enum(MATRIX_VIEWS), "observed"),
  rows: z.catch(placeSchema, 1),
  columns: z.catch(placeSchema, 1),
});

/** Query of GET /api/leaderboard/matrix. */
export const matrixQuerySchema = z.object({
  board: z._default(boardSchema, "all"),
  format: z._default(z.enum(["csv", "json"]), "csv"),
  matrix: z._default(z.enum(MATRIX_VIEWS), "observed"),
  rows: z.optional(placeSchema),
  columns: z.optional(placeSchema),
});

/** A page's query. Null when the board is not even the name of one; anything else that is odd counts as left out. */
export function parseBoardQuery(
  params: Record<string, string | string[] | undefined>,
): BoardQuery | null {
  const board = boardSchema.safeParse(params.board ?? "all");
  if (!board.success) return null;
  const { sort, order, matrix, rows, columns } = forgivingSchema.parse(params);
  return {
    board: board.data,
    order: { column: sort, direction: order ?? firstDirection(sort) },
    matrix: { view: matrix, rows, columns },
  };
}
