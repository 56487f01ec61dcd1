import * as z from "zod";

/** `all`, `<track>` or `<track>/<category>`. */
export const boardSchema = z
  .string()
  .regex(
    /^(?:all|[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?)$/,
    "must be all, a track, or track/category",
  );

export const boardRowSchema = z.object({
  slug: z.string(),
  name: z.string(),
  rank: z.number().int().nullable(),
  rankRange: z.tuple([z.number().int(), z.number().int()]).nullable(),
  rating: z.number().nullable(),
  lower: z.number().nullable(),
  upper: z.number().nullable(),
  battles: z.number().int(),
  winRate: z.number().nullable(),
  bothBadRate: z.number().nullable(),
  /** Share of this board's prompts for which the entrant's first creation executed and has a triangle. */
  executability: z.number().nullable(),
  status: z.enum(["rated", "not_rated"]),
  /** Why an entrant is not yet rated. */
  reason: z.enum(["no_votes", "undefeated", "winless", "disconnected"]).nullable(),
});

export type BoardRow = z.infer<typeof boardRowSchema>;

const cellsSchema = z.array(z.array(z.number().nullable()));

export const boardMatrixSchema = z.object({
  order: z.array(z.string()),
  /** The row's points over the column; ties and both-bad are half a point. */
  wins: cellsSchema,
  battles: cellsSchema,
  predicted: cellsSchema,
});

export type BoardMatrix = z.infer<typeof boardMatrixSchema>;

/** The body of GET /api/leaderboard, and of `rank --json`. */
export const leaderboardSchema = z.object({
  board: boardSchema,
  computedAt: z.iso.datetime().nullable(),
  throughSeq: z.number().int(),
  votes: z.number().int(),
  method: z.string(),
  seed: z.number().int(),
  entrants: z.array(boardRowSchema),
  matrix: boardMatrixSchema,
});

export type Leaderboard = z.infer<typeof leaderboardSchema>;
