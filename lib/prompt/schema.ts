import type { BattlePage } from "@/lib/battle/list-schema";
import type { CreationCard } from "@/lib/creation/schema";

/** Which of the prompts are listed, and in what order. */
export type PromptListQuery = {
  /** Words of title and text, or the beginning of a word of the title; null for every prompt. */
  words: string | null;
  track: string | null;
  category: string | null;
  sort: "title" | "votes";
  /** The slug of the prompt that the page before ended with. */
  after: string | null;
};

/** A prompt in the list of all. */
export type PromptCard = {
  slug: string;
  title: string;
  /** The first words of its text. */
  excerpt: string;
  category: string;
  /** Names of the tracks that it has creations on. */
  tracks: string[];
  creations: number;
  /** Counted votes. */
  votes: number;
  /** One picture of it; null where there is none, or none that may be shown. */
  picture: PromptPicture | null;
  /** The reader has a battle of their own on it. */
  isWithheld: boolean;
};

/**
 * A prompt's reference view, which is nobody's work, or else one of its objects: which one is drawn by lot from the
 * creations' ids, so that no entrant is shown more often than chance would.
 */
export type PromptPicture =
  | { kind: "reference"; url: string }
  | { kind: "creation"; creationId: string };

/** Some prompts, how many match in all, and after which one the rest begins; null at the end. */
export type PromptPage = { prompts: PromptCard[]; total: number; next: string | null };

/** What the list of prompts can be narrowed to. */
export type PromptChoices = {
  tracks: { slug: string; name: string }[];
  categories: string[];
};

/** A prompt with all its words. */
export type PromptDetail = {
  slug: string;
  title: string;
  text: string;
  /** Its second style; null when it has one only. */
  instruction: string | null;
  category: string;
  /** Its name in the data set that it came from. */
  source: string | null;
  referenceUrls: string[];
  /** The tracks that it has creations on, in their order. */
  tracks: { slug: string; name: string }[];
};

/** A prompt's creations on a track, the best first, and a page of them. */
export type PromptRanking = {
  track: { slug: string; name: string };
  ranked: CreationCard[];
  page: CreationCard[];
  /** Whether better ones than the page's were left out. */
  isContinued: boolean;
  /** After which creation the rest begins; null at the end. */
  next: string | null;
};

/** What a prompt's page shows under its words. */
export type PromptContent =
  | { state: "withheld" }
  | {
      state: "shown";
      /** Null while nobody has made anything of it. */
      ranking: PromptRanking | null;
      battles: BattlePage;
      /** Whether newer battles than these were left out. */
      isOlder: boolean;
    };
