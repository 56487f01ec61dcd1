import * as z from "zod";
import type { CreationCard } from "@/lib/creation/schema";
import { CREATION_STATUSES } from "@/lib/generation/creation-status";
import { FAILURE_FAMILIES } from "@/lib/generation/failure-family";
import type { BoardRow } from "@/lib/leaderboard/schema";
import type { VoteRecord } from "@/lib/vote/vote-record";

export type EntrantProfile = {
  id: string;
  slug: string;
  name: string;
  kind: "model" | "human" | "neural" | "sample";
  status: "active" | "paused" | "retired";
  model: { name: string; provider: string } | null;
  settings: Record<string, unknown>;
};

/** How an entrant stands on one board, by the board's newest snapshot. */
export type EntrantRating = {
  board: string;
  label: string;
  row: BoardRow;
  /** How many entrants are rated there. */
  rated: number;
};

export type Opponent = { slug: string; name: string; record: VoteRecord };

/** Counted votes of an entrant. Every scope and every opponent has at least one. */
export type EntrantRecord = {
  total: VoteRecord;
  scopes: { track: string; category: string; record: VoteRecord }[];
  /** Whom it met most comes first. */
  opponents: Opponent[];
};

export type PromptRecord = { slug: string; title: string; record: VoteRecord };

/** The prompts with the highest and the lowest win rates; none is in both lists. */
export type PromptExtremes = { best: PromptRecord[]; worst: PromptRecord[] };

/** With fewer counted votes a prompt is neither a best nor a worst one: chance would choose it. */
export const FEWEST_VOTES_ON_A_PROMPT = 5;

/** What an entrant tried in one category of a track. */
export type EntrantScope = {
  track: string;
  trackName: string;
  category: string;
  creations: number;
  failed: number;
};

/** Creations that failed alike, with one of them as an example that this reader may see. */
export type FailureGroup = {
  /** As the gallery's filter takes it: `exec_error.api`, `timeout`. */
  key: string;
  status: string;
  family: string | null;
  count: number;
  example: { id: string; title: string; errorText: string | null } | null;
};

/** One measure over an entrant's creations; null where none has it. */
export type Spread = { median: number; mean: number; n: number } | null;

/** What a creation takes: US dollars, seconds, tokens, attempts. */
export type EntrantEffort = {
  cost: Spread;
  modelSeconds: Spread;
  bakeSeconds: Spread;
  inputTokens: Spread;
  outputTokens: Spread;
  attempts: Spread;
};

export type GalleryPage = {
  creations: CreationCard[];
  /** The cursor of the next page; null on the last. */
  next: string | null;
};

/** How many creations a page of the gallery shows. */
export const GALLERY_PAGE = 24;

const slug = z.string().regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/);
const failed = CREATION_STATUSES.filter((status) => status !== "ok");
const shows = [
  ...["failed", ...failed],
  ...FAILURE_FAMILIES.map((family) => `exec_error.${family}`),
];

/**
 * What of an entrant's gallery is asked for. A value that makes no sense is as none: an old link must
 * still lead somewhere.
 */
export const gallerySchema = z.object({
  track: slug.nullable().catch(null),
  category: slug.nullable().catch(null),
  /** `failed`, one ending, or one family of errors (`exec_error.api`). */
  show: z.enum(shows).nullable().catch(null),
  /** The last creation of the page before. */
  after: z.uuid().nullable().catch(null),
});

export type GalleryQuery = z.infer<typeof gallerySchema>;

/** Everything that an entrant's page shows. */
export type EntrantPage = {
  entrant: EntrantProfile;
  query: GalleryQuery;
  ratings: EntrantRating[];
  record: EntrantRecord;
  gallery: GalleryPage;
  extremes: PromptExtremes;
  scopes: EntrantScope[];
  failures: FailureGroup[];
  effort: EntrantEffort;
};
