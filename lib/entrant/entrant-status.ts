/** Only an active entrant is paired; one that is paused or retired keeps its votes, rating and pages. */
export const ENTRANT_STATUSES = ["active", "paused", "retired"] as const;
export type EntrantStatus = (typeof ENTRANT_STATUSES)[number];
