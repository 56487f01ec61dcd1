import * as z from "zod";
import { ENTRANT_STATUSES } from "@/lib/entrant/entrant-status";

/** Why somebody did it, for whoever reads the audit log later. */
export const reasonSchema = z
  .string()
  .trim()
  .min(3, "say why, in a few words")
  .max(300, "say why in at most 300 characters");

/** Body of POST /api/admin/entrants/<slug>/status. */
export const entrantStatusSchema = z.strictObject({
  status: z.enum(ENTRANT_STATUSES, "choose a status"),
  reason: reasonSchema,
});
