import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { type GenerationPrompt, listMadeKeys, makeKey } from "@/lib/generation/data";
import type { EntrantSpec } from "@/lib/generation/entrant-file";
import type { GenerationTrack } from "@/lib/generation/tracks";

/** One creation that is to be made. */
export type PlannedCreation = {
  entrant: EntrantSpec;
  prompt: GenerationPrompt;
  track: GenerationTrack;
  replicate: number;
};

export type Plan = {
  missing: PlannedCreation[];
  /** How many of what was asked for are there already. */
  made: number;
  /** Prompts left out because the track shows reference images and they have none. */
  withoutImages: string[];
};

export type PlanInput = {
  entrants: readonly EntrantSpec[];
  prompts: readonly GenerationPrompt[];
  track: GenerationTrack;
  replicates: number;
};

/**
 * What is missing of entrants × prompts × replicates on a track. Prompt by prompt, so that pairs of one prompt
 * can meet long before everything is made.
 */
export async function planCreations(input: PlanInput, db: Db = defaultDb): Promise<Plan> {
  const { entrants, prompts, track, replicates } = input;
  const made = await listMadeKeys(
    entrants.map(({ slug }) => slug),
    track.slug,
    db,
  );
  const plan: Plan = { missing: [], made: 0, withoutImages: [] };
  for (const prompt of prompts) {
    if (track.takesImages && prompt.referenceSha256s.length === 0) {
      plan.withoutImages.push(prompt.slug);
      continue;
    }
    for (let replicate = 0; replicate < replicates; replicate++)
      for (const entrant of entrants) {
        if (made.has(makeKey(entrant.slug, prompt.id, replicate))) plan.made++;
        else plan.missing.push({ entrant, prompt, track, replicate });
      }
  }
  return plan;
}
