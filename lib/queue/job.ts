import * as z from "zod";
import type { EntrantSpec } from "@/lib/generation/entrant-file";
import { TRACK_SLUGS } from "@/lib/generation/tracks";

/** The task's name in the queue. */
export const MAKE_CREATION = "make_creation";

/** Tries of one job: providers that fail and workers that die count, failed scripts do not (they are results). */
export const MAX_TRIES = 5;

/** Written by `generate` from a checked entrant file: here only a job of another version is to be noticed. */
const entrantSchema = z.custom<EntrantSpec>(
  (value) =>
    z
      .looseObject({
        slug: z.string(),
        strategy: z.string(),
        attempts: z.int(),
        model: z.looseObject({ provider: z.string(), id: z.string() }),
      })
      .safeParse(value).success,
  "is not an entrant of this version",
);

/** All that a worker needs to know; prompts are read from the database, keys from its own environment. */
export const jobSchema = z.object({
  entrant: entrantSchema,
  prompt: z.string(),
  track: z.enum(TRACK_SLUGS),
  replicate: z.int().nonnegative(),
});

export type QueueJob = z.infer<typeof jobSchema>;

/** A job's key: at most one job waits for each creation. */
export function toJobKey({ entrant, prompt, track, replicate }: QueueJob): string {
  return [track, entrant.slug, prompt, replicate].join("/");
}

/** The entrant in a job's key. */
export function entrantOfKey(key: string): string {
  return key.split("/")[1] ?? "";
}
