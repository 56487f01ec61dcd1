import type { ExclusionReason } from "@/lib/exclusion/reasons";

/** Why a vote is not counted, in words. */
export const REASON_WORDS: Record<ExclusionReason, string> = {
  automated: "Cast by a program",
  duplicate: "One person, several voters",
  coordinated: "Coordinated with others",
  identity_known: "The voter knew the maker",
  test: "A test",
};
