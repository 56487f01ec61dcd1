import * as z from "zod/mini";

export const outcomeSchema = z.enum(["left", "right", "tie", "both_bad"]);
export type Outcome = z.infer<typeof outcomeSchema>;

/** No battle lasts a day, so a longer time is nonsense. */
const milliseconds = z.int().check(z.minimum(0), z.maximum(86_400_000));

/** What the browser reports of how the voter looked. It is stored with the vote and never trusted. */
export const engagementSchema = z.object({
  msToVote: milliseconds,
  msVisible: milliseconds,
  orbited: z.object({ left: z.boolean(), right: z.boolean() }),
  shading: z.enum(["clay", "normals", "wireframe", "rendered"]),
  linked: z.boolean(),
  viewer: z.enum(["webgl", "posters"]),
  device: z.enum(["fine", "coarse"]),
});

export type Engagement = z.infer<typeof engagementSchema>;

export const castVoteSchema = z.object({
  outcome: outcomeSchema,
  engagement: z.optional(engagementSchema),
});

export type CastVoteInput = z.infer<typeof castVoteSchema>;

const revealedEntrantSchema = z.object({
  slug: z.string(),
  name: z.string(),
  rating: z.nullable(z.number()),
  lower: z.nullable(z.number()),
  upper: z.nullable(z.number()),
  rank: z.nullable(z.int()),
  triangles: z.int(),
  sizeBytes: z.int(),
  /** Where the object with its materials is; null when its script made none. */
  materialsUrl: z.nullable(z.string()),
});

export const revealSchema = z.object({
  left: revealedEntrantSchema,
  right: revealedEntrantSchema,
  /** Other voters' verdicts on this very pair of creations; null under ten. */
  agreement: z.nullable(z.object({ same: z.int(), n: z.int() })),
});

export type RevealedEntrant = z.infer<typeof revealedEntrantSchema>;
export type Reveal = z.infer<typeof revealSchema>;

/** The answer to a vote, and to its repeat (409 to the battle's owner). */
export const voteResultSchema = z.object({ outcome: outcomeSchema, reveal: revealSchema });
export type VoteResult = z.infer<typeof voteResultSchema>;
