import * as z from "zod/mini";
import type { VoteRecord } from "@/lib/vote/vote-record";

/** What a gallery shows of a creation. */
export type CreationCard = {
  id: string;
  entrant: { slug: string; name: string };
  prompt: { slug: string; title: string };
  track: string;
  replicate: number;
  /** `ok`, or how it failed: such a creation has no poster. */
  status: string;
  triangles: number | null;
  record: VoteRecord;
  /** Its prompt is on the reader's own table: neither poster nor object may be shown. */
  isWithheld: boolean;
  /** Whether there is a second file, with the materials that the script made. */
  hasMaterials?: boolean;
};

/** A field of stored JSON: what is not there, or is something else, is left out. */
function kept<Schema extends z.core.$ZodType>(schema: Schema) {
  return z.catch(z.optional(schema), undefined);
}

const triple = z.tuple([z.number(), z.number(), z.number()]);

/** The geometry of a creation as its bake measured it; what an older bake did not measure is missing. */
export const storedStatsSchema = z.object({
  triangles: kept(z.int()),
  vertices: kept(z.int()),
  meshes: kept(z.int()),
  materials: kept(z.int()),
  /** Metres, Y up. */
  bounds: kept(z.object({ extent: triple })),
  /** Pieces of surface that share no vertex, and groups of them that touch. */
  parts: kept(z.int()),
  clusters: kept(z.int()),
  floatingAreaShare: kept(z.number()),
  watertight: kept(z.boolean()),
});

/** How a creation came about: only what is named here is ever shown. */
export const storedProvenanceSchema = z.object({
  blenderVersion: kept(z.string()),
  sandbox: kept(z.string()),
  gate: kept(z.string()),
  validator: kept(z.string()),
  optimiser: kept(z.string()),
  posters: kept(z.string()),
  renderedNote: kept(z.nullable(z.string())),
  peakMegabytes: kept(z.nullable(z.number())),
  /** Wall clock of each stage. */
  seconds: kept(z.record(z.string(), z.number())),
  systemPrompt: kept(z.object({ name: z.string(), version: z.int(), sha256: z.string() })),
  strategy: kept(z.string()),
  maxAttempts: kept(z.int()),
  promptStyle: kept(z.nullable(z.string())),
  /** Azimuths of the reference views that were sent, in degrees. */
  views: kept(z.array(z.number())),
  critiques: kept(z.array(z.object({ needsFix: z.boolean(), kept: z.boolean() }))),
  scriptSha256: kept(z.string()),
});

/** What is kept of a model's answer beside the text. */
export const storedAnswerSchema = z.object({
  responseModel: kept(z.nullable(z.string())),
  finishReason: kept(z.string()),
  retries: kept(z.int()),
  warnings: kept(z.array(z.string())),
});

export type CreationAttempt = {
  number: number;
  kind: "first" | "repair" | "critique";
  status: string;
  errorText: string | null;
  failureFamily: string | null;
  /** In Blender, and waiting for the model. */
  seconds: number | null;
  modelSeconds: number | null;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  answer: z.infer<typeof storedAnswerSchema>;
};

/** Everything that a creation's own page shows. */
export type CreationDetail = {
  id: string;
  entrant: { slug: string; name: string; kind: string };
  prompt: { slug: string; title: string; text: string; category: string };
  track: { slug: string; name: string };
  replicate: number;
  status: string;
  createdAt: Date;
  /** Sizes in bytes and triangles of the finished file; null without an object. */
  glbBytes: number | null;
  triangles: number | null;
  /** Size of the file with materials; null where the script made none. */
  materialsBytes: number | null;
  /** US dollars of every call. */
  costUsd: number | null;
  chosenAttempt: number | null;
  attempts: CreationAttempt[];
  /** The script of the attempt asked for, else of the one that counts; null where there is none. */
  script: { attempt: number; source: string } | null;
  stats: z.infer<typeof storedStatsSchema>;
  provenance: z.infer<typeof storedProvenanceSchema>;
  /** SPDX id of the licence that the entrant's settings state for its objects; null where they state none. */
  license: string | null;
  record: VoteRecord;
};

/** A creation for one reader: all of it, or nothing but its prompt while they have a battle on that. */
export type FoundCreation =
  | { state: "shown"; creation: CreationDetail }
  | { state: "withheld"; prompt: { slug: string; title: string } };
