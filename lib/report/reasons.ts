/** What can be wrong with a creation. Apart from the schema, so that a browser is not sent a checker with it. */
export const REPORT_REASONS = ["broken", "offensive", "identifies_maker"] as const;
export type ReportReason = (typeof REPORT_REASONS)[number];

/** Characters that a reporter may add. */
export const LONGEST_NOTE = 500;
