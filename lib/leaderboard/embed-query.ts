import * as z from "zod/mini";
import { boardSchema } from "@/lib/leaderboard/schema";

/** What the address of an embedded leaderboard asks for. */
export type EmbedQuery = { board: string; theme: "light" | "dark" | "auto"; rows: number };

const MAX_ROWS = 100;

const schema = z.object({
  theme: z.catch(z.enum(["light", "dark", "auto"]), "auto"),
  rows: z.catch(
    z.pipe(
      z.string().check(z.regex(/^[1-9]\d{0,5}$/, "must be a number of rows")),
      z.transform((rows: string) => Math.min(Number(rows), MAX_ROWS)),
    ),
    10,
  ),
});

/** Null when the board is not even the name of one; anything else that is odd counts as left out. */
export function parseEmbedQuery(
  params: Record<string, string | string[] | undefined>,
): EmbedQuery | null {
  const board = boardSchema.safeParse(params.board ?? "all");
  return board.success ? { board: board.data, ...schema.parse(params) } : null;
}
