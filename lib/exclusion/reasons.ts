/** Why a vote is kept but not counted: the whole list. */
export const EXCLUSION_REASONS = [
  "automated",
  "duplicate",
  "coordinated",
  "identity_known",
  "test",
] as const;
export type ExclusionReason = (typeof EXCLUSION_REASONS)[number];
