import * as z from "zod";
import { queryText } from "@/lib/query-text";

/** Who acted: a user, or a program on the terminal or a timer that has no account. */
export type Actor = { userId: string | null; name: string };

/** Whoever can run programs on the server. */
export const TERMINAL: Actor = { userId: null, name: "terminal" };

/** Whoever has the cron secret. */
export const TIMER: Actor = { userId: null, name: "cron secret" };

const text = queryText(254);

/** The query of /admin/audit: whatever does not fit counts as not given. */
export const auditQuerySchema = z.object({
  actor: text,
  action: text,
  subject: text,
  /** Entries before this one. */
  before: z
    .string()
    .regex(/^\d{1,18}$/)
    .optional()
    .catch(undefined),
});
export type AuditQuery = z.infer<typeof auditQuerySchema>;

export type AuditEntry = {
  id: string;
  /** ISO 8601. */
  at: string;
  actor: string;
  action: string;
  subject: string;
  before: unknown;
  after: unknown;
};

export type AuditPage = {
  entries: AuditEntry[];
  /** `before` of the next page; null on the last one. */
  next: string | null;
};
