import * as z from "zod";
import { entrantSlugSchema } from "@/lib/admin/entrant-slug";
import { CREATION_STATUSES, type CreationStatus } from "@/lib/generation/creation-status";
import { queryText } from "@/lib/query-text";

/** The query of /admin/creations: whatever does not fit counts as not given. */
export const creationQuerySchema = z.object({
  /** Words of the prompt, or a creation's id. */
  q: queryText(200),
  entrant: entrantSlugSchema,
  show: z.enum(["hidden", "ok", "failed"]).optional().catch(undefined),
  /** Creations before this one. */
  before: z.uuid().optional().catch(undefined),
});
export type CreationQuery = z.infer<typeof creationQuerySchema>;

/** The query of /admin/runs. */
export const runQuerySchema = z.object({
  entrant: entrantSlugSchema,
  status: z.enum(CREATION_STATUSES).optional().catch(undefined),
  before: z.uuid().optional().catch(undefined),
});
export type RunQuery = z.infer<typeof runQuerySchema>;

export type ManagedCreation = {
  id: string;
  entrant: { slug: string; name: string };
  prompt: { slug: string; title: string };
  track: string;
  replicate: number;
  status: CreationStatus;
  /** None of one that failed, and while it is withheld. */
  triangles: number | null;
  /** Its script made materials, and there are posters with them. */
  hasMaterials: boolean;
  /** ISO 8601. */
  madeAt: string;
  hidden: { at: string; reason: string } | null;
  /** The reader's own browser has a battle on its prompt. */
  isWithheld: boolean;
};

export type CreationPage = { creations: ManagedCreation[]; next: string | null };

export type RunAttempt = {
  number: number;
  kind: "first" | "repair" | "critique";
  status: CreationStatus;
  failureFamily: string | null;
  errorText: string | null;
  /** Of the bake, and of waiting for the model. */
  seconds: number | null;
  modelSeconds: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
};

/** One creation as it was made. */
export type Run = Omit<ManagedCreation, "triangles" | "hidden" | "hasMaterials"> & {
  /** None while it is withheld, as of the attempts. */
  costUsd: number | null;
  attempts: RunAttempt[];
};

export type RunPage = { runs: Run[]; next: string | null };

/** What creations took together. `key`: a day or an entrant. */
export type RunSum = {
  key: string;
  name: string;
  creations: number;
  ok: number;
  attempts: number;
  seconds: number;
  modelSeconds: number;
  inputTokens: number;
  outputTokens: number;
  costUsd: number;
};

export type RunSums = {
  /** The newest first. */
  days: RunSum[];
  /** The dearest first. */
  entrants: RunSum[];
  /** How many days, today included. */
  summedDays: number;
};
