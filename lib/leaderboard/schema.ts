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
  inflationThroughSeq: z.number().int().nullable(),
  /** Clusters among those votes. */
  voters: z.number().int().nullable(),
  prompts: z.number().int().nullable(),
});

export type Intervals = z.infer<typeof intervalsSchema>;

/** The body of GET /api/leaderboard, and of `rank --json`. */
export const leaderboardSchema = z.object({
  board: boardSchema,
  computedAt: z.iso.datetime().nullable(),
  throughSeq: z.number().int(),
  votes: z.number().int(),
  method: z.string(),
  seed: z.number().int(),
  intervals: intervalsSchema,
  entrants: z.array(boardRowSchema),
  matrix: boardMatrixSchema,
});

export type Leaderboard = z.infer<typeof leaderboardSchema>;

/** Data of the server-sent event `snapshot`: the rows that differ from the snapshot before. */
export const snapshotEventSchema = leaderboardSchema
  .pick({ computedAt: true, throughSeq: true, votes: true })
  .extend({ id: z.uuid(), changed: z.array(boardRowSchema) });

export type SnapshotEvent = z.infer<typeof snapshotEventSchema>;
