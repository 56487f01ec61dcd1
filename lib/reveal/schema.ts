import * as z from "zod/mini";
import { outcomeSchema } from "@/lib/vote/schema";

const attemptSchema = z.object({
  number: z.int(),
  kind: z.enum(["first", "repair", "critique"]),
  status: z.string(),
  errorText: z.nullable(z.string()),
});

const revealedCreationSchema = z.object({
  /** Null when it was withdrawn since: it has no page any more. */
  creationId: z.nullable(z.uuid()),
  slug: z.string(),
  name: z.string(),
  /** The script that made the object, and its lines. */
  script: z.string(),
  lines: z.int(),
  triangles: z.int(),
  sizeBytes: z.int(),
  blenderVersion: z.nullable(z.string()),
  attempts: z.array(attemptSchema),
  glbUrl: z.string(),
  posterUrls: z.array(z.string()),
  /** The object with the materials that its script made; null when it made none. */
  materialsUrl: z.nullable(z.string()),
  /** Where to say that something is wrong with it. */
  reportUrl: z.string(),
});

/** A battle after its vote: everything that was behind it. */
export const battleRecordSchema = z.object({
  battleId: z.uuid(),
  track: z.string(),
  category: z.string(),
  display: z.enum(["clay", "rendered"]),
  prompt: z.object({ slug: z.string(), title: z.string(), text: z.string() }),
  outcome: outcomeSchema,
  left: revealedCreationSchema,
  right: revealedCreationSchema,
});

export type RevealedCreation = z.infer<typeof revealedCreationSchema>;
export type BattleRecord = z.infer<typeof battleRecordSchema>;
