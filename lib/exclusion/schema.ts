import * as z from "zod";
import { EXCLUSION_REASONS } from "@/lib/exclusion/reasons";

/** The votes that are named, or every vote of one voter. */
const selectionSchema = z.union([
  z.strictObject({ voteIds: z.array(z.uuid()).min(1, "name at least one vote").max(1_000) }),
  z.strictObject({ voter: z.string().min(1).max(64) }),
]);
export type VoteSelection = z.infer<typeof selectionSchema>;

/** Body of POST /api/admin/votes/exclude. */
export const excludeSchema = z.strictObject({
  votes: selectionSchema,
  reason: z.enum(EXCLUSION_REASONS, "choose a reason"),
});

/** Body of POST /api/admin/votes/restore. */
export const restoreSchema = z.strictObject({ votes: selectionSchema });
