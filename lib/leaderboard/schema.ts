import * as z from "zod/mini";

/** `all`, `<track>` or `<track>/<category>`. */
export const boardSchema = z
  .string()
  .check(
    z.regex(
      /^(?:all|[a-z0-9]+(?:-[a-z0-9]+)*(?:\/[a-z0-9]+(?:-[a-z0-9]+)*)?)$/,
      "must be all, a track, or track/category",
    ),
  );

export const boardRowSchema = z.object({
  slug: z.string(),
  name: z.string(),
  rank: z.nullable(z.int()),
  rankRange: z.nullable(z.tuple([z.int(), z.int()])),
  rating: z.nullable(z.number()),
  lower: z.nullable(z.number()),
  upper: z.nullable(z.number()),
  battles: z.int(),
  winRate: z.nullable(z.number()),
  bothBadRate: z.nullable(z.number()),
  /** Share of this board's prompts for which the entrant's first creation executed and has a triangle. */
  executability: z.nullable(z.number()),
  status: z.enum(["rated", "not_rated"]),
  /** Why an entrant is not yet rated. */
  reason: z.nullable(z.enum(["no_votes", "undefeated", "winless", "disconnected"])),
});

export type BoardRow = z.infer<typeof boardRowSchema>;

const cellsSchema = z.array(z.array(z.nullable(z.number())));

export const boardMatrixSchema = z.object({
  order: z.array(z.string()),
  /** The row's points over the column; ties and both-bad are half a point. */
  wins: cellsSchema,
  battles: cellsSchema,
  /** P(row beats column), a tie half. */
  predicted: cellsSchema,
  /** z of observed against predicted: beyond ±2 the pair does not follow one number an entrant. */
  residuals: cellsSchema,
  /** P(row ranks above column). */
  above: cellsSchema,
});

export type BoardMatrix = z.infer<typeof boardMatrixSchema>;

/** Where the width of the intervals comes from. */
export const intervalsSchema = z.object({
  kind: z.enum(["clustered", "plain", "bootstrap"]),
  /** Clustered: the factors on the plain standard errors are from the votes through this `seq`. */
  inflationThroughSeq: z.nullable(z.int()),
  /** Clusters among those votes. */
  voters: z.nullable(z.int()),
  prompts: z.nullable(z.int()),
});

export type Intervals = z.infer<typeof intervalsSchema>;

/** The body of GET /api/leaderboard, and of `rank --json`. */
export const leaderboardSchema = z.object({
  board: boardSchema,
  computedAt: z.nullable(z.iso.datetime()),
  throughSeq: z.int(),
  votes: z.int(),
  method: z.string(),
  seed: z.int(),
  intervals: intervalsSchema,
  entrants: z.array(boardRowSchema),
  matrix: boardMatrixSchema,
});

export type Leaderboard = z.infer<typeof leaderboardSchema>;

/** A board without its matrix, which grows with the square of the entrants. */
export type BoardStandings = Omit<Leaderboard, "matrix">;

/** Where one entrant stands on a board; no row when nothing of it belongs to this board yet. */
export type Standing = { name: string; board: string; row: BoardRow | null };

/** Data of the server-sent event `snapshot`: the rows that differ from the snapshot before. */
export const snapshotEventSchema = z.object({
  id: z.uuid(),
  computedAt: z.nullable(z.iso.datetime()),
  throughSeq: z.int(),
  votes: z.int(),
  changed: z.array(boardRowSchema),
});

export type SnapshotEvent = z.infer<typeof snapshotEventSchema>;
