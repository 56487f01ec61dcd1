import * as z from "zod/mini";

/** What can be wrong with a creation. */
export const REPORT_REASONS = ["broken", "offensive", "identifies_maker"] as const;

export const LONGEST_NOTE = 500;

export const reportSchema = z.object({
  reason: z.enum(REPORT_REASONS),
  note: z.optional(z.string().check(z.trim(), z.maxLength(LONGEST_NOTE))),
});

export type ReportInput = z.infer<typeof reportSchema>;
export type ReportReason = ReportInput["reason"];

/** Kept as it is, or hidden from everybody. */
export const reportOutcomeSchema = z.enum(["kept", "hidden"]);
export type ReportOutcome = z.infer<typeof reportOutcomeSchema>;
