import * as z from "zod/mini";

const slug = z
  .string()
  .check(z.regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, "must be a slug such as text-to-3d"));

/**
 * What a voter may ask for. Nothing asked for means any track. With `prefetch` the battle is only reserved, to be
 * fetched ahead; the next request without it shows that one.
 */
export const battleRequestSchema = z
  .object({
    track: z.optional(slug),
    category: z.optional(slug),
    prefetch: z.optional(z.boolean()),
  })
  .check(z.refine((request) => !request.category || !!request.track, "category needs a track"));

export type BattleRequest = z.infer<typeof battleRequestSchema>;

export const sideSchema = z.enum(["left", "right"]);
export type Side = z.infer<typeof sideSchema>;

const creationViewSchema = z.object({ glbUrl: z.string(), posterUrls: z.array(z.string()) });

/** A battle as its voter sees it: nothing in it tells who made which side. */
export const servedBattleSchema = z.object({
  battleId: z.uuid(),
  expiresAt: z.iso.datetime(),
  track: z.string(),
  category: z.string(),
  display: z.enum(["clay", "rendered"]),
  prompt: z.object({
    slug: z.string(),
    title: z.string(),
    text: z.string(),
    referenceImages: z.array(z.string()),
  }),
  left: creationViewSchema,
  right: creationViewSchema,
});

export type ServedBattle = z.infer<typeof servedBattleSchema>;
