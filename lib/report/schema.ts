import * as z from "zod/mini";
import { LONGEST_NOTE, REPORT_REASONS, type ReportReason } from "@/lib/report/reasons";

export const reportSchema = z.object({
  reason: z.enum(REPORT_REASONS),
  note: z.optional(z.string().check(z.trim(), z.maxLength(LONGEST_NOTE))),
});

export type ReportInput = z.infer<typeof reportSchema>;

/** Kept as it is, or hidden from everybody. */
export const reportOutcomeSchema = z.enum(["kept", "hidden"]);
export type ReportOutcome = z.infer<typeof reportOutcomeSchema>;

/** Body of POST /api/admin/reports/<creation>. */
export const resolutionSchema = z.object({ outcome: reportOutcomeSchema });

/** A creation that somebody reported, with everything that was said of it and is not settled. */
export type ReportedCreation = {
  creationId: string;
  entrant: { slug: string; name: string };
  prompt: { slug: string; title: string };
  isHidden: boolean;
  /** Its prompt is on the reader's own table: maintainers vote blind too. */
  isWithheld: boolean;
  /** `createdAt` in ISO 8601. */
  reports: { id: string; reason: ReportReason; note: string | null; createdAt: string }[];
};
