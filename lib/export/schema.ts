import * as z from "zod";
import { slugSchema } from "@/lib/slug";

const seq = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

export const exportQuerySchema = z.object({
  format: z.enum(["csv"], "must be csv").default("csv"),
  track: z.optional(slugSchema),
  /** Votes after this place in the ledger. */
  since: seq.optional(),
  /** The state of the ledger at this place: later votes, exclusions and restores are left out. */
  through: seq.optional(),
  include: z.enum(["excluded"]).optional(),
});

export type ExportQuery = z.infer<typeof exportQuerySchema>;
