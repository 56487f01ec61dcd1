import * as z from "zod";
import { entrantSlugSchema } from "@/lib/admin/entrant-slug";
import type { ExclusionReason } from "@/lib/exclusion/reasons";
import type { Outcome } from "@/lib/vote/schema";

/** The query of /admin/votes: whatever does not fit counts as not given. */
export const voteQuerySchema = z.object({
  /** A voter's pseudonym. */
  voter: z
    .string()
    .trim()
    .regex(/^[\w-]{1,64}$/)
    .optional()
    .catch(undefined),
  /** An entrant's slug. */
  entrant: entrantSlugSchema,
  show: z.literal("excluded").optional().catch(undefined),
  /** Votes before this one: a `seq`, or with an entrant alone the time and the id of a battle. */
  before: z
    .string()
    .regex(/^(?:\d{1,15}|\d{13}\.[0-9a-f-]{36})$/)
    .optional()
    .catch(undefined),
});
export type VoteQuery = z.infer<typeof voteQuerySchema>;

type Named = { slug: string; name: string };

export type ListedVote = {
  id: string;
  battleId: string;
  /** Null for the moment until the ledger has it. */
  seq: number | null;
  /** ISO 8601. */
  at: string;
  voter: string;
  track: string;
  prompt: { slug: string; title: string };
  left: Named;
  right: Named;
  outcome: Outcome;
  msToVote: number | null;
  msVisible: number | null;
  orbited: { left: boolean | null; right: boolean | null };
  viewer: string | null;
  device: string | null;
  /** Null for a vote that counts. */
  excluded: { reason: ExclusionReason; at: string } | null;
};

export type VotePage = { votes: ListedVote[]; next: string | null };

/** All votes of one voter, counted and excluded ones. */
export type VoterProfile = {
  pseudonym: string;
  votes: number;
  excluded: number;
  skips: number;
  outcomes: Record<Outcome, number>;
  /** Votes on pairs of creations that others voted on, and how many of those gave the same verdict. */
  agreement: { same: number; n: number };
  medianMsToVote: number | null;
  /** ISO 8601. */
  firstAt: string;
  lastAt: string;
};
