import type { BattlePage, PairOutcome } from "@/lib/battle/list-schema";
import type { VoteRecord } from "@/lib/vote/vote-record";

export type ComparedEntrant = { id: string; slug: string; name: string };

/** Counted votes between two entrants on one category of a track, from the first one's side. */
export type ComparedScope = {
  track: { slug: string; name: string };
  category: string;
  record: VoteRecord;
};

export type Comparison = {
  first: ComparedEntrant;
  second: ComparedEntrant;
  /** Where the two met in a counted vote, in the tracks' order. */
  scopes: ComparedScope[];
};

/** What a board's ratings say of two entrants; shares of one, null where either is not rated. */
export type Prediction = {
  computedAt: string;
  /** The name of the board's track; null on the board of all tracks. */
  trackName: string | null;
  /** P(first beats second), a tie half. */
  winRate: number | null;
  /** P(first ranks above second). */
  above: number | null;
};

/** Two entrants as their page shows them: everywhere they met, and one board of it with its battles. */
export type ComparisonDetail = {
  comparison: Comparison;
  board: string;
  /** "All tracks", "Text to 3D", "Text to 3D · furniture". */
  boardLabel: string;
  /** Counted votes on the board. */
  record: VoteRecord;
  prediction: Prediction | null;
  outcome: PairOutcome | null;
  /** Whether newer battles than these were left out. */
  isOlder: boolean;
  battles: BattlePage;
};
