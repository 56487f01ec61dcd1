import * as z from "zod/mini";
import type { Outcome } from "@/lib/vote/schema";

/** What a battle was for the first of two entrants. */
export const pairOutcomeSchema = z.enum(["win", "loss", "tie", "both_bad"]);
export type PairOutcome = z.infer<typeof pairOutcomeSchema>;

/** A place in a list of battles, newest first: what comes after it is older. */
export type BattleCursor = { votedAt: Date; id: string };

const CURSOR = /^(\d{1,13})-([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/;

/** The text form of a cursor in an address: milliseconds since 1970, then the battle's id. */
export const battleCursorSchema = z.pipe(
  z.string().check(z.regex(CURSOR, "must be a place in a list of battles")),
  z.transform((text): BattleCursor => {
    const [, milliseconds = "", id = ""] = CURSOR.exec(text) ?? [];
    return { votedAt: new Date(Number(milliseconds)), id };
  }),
);

/** A cursor as it stands in an address. */
export function battleCursorText({ votedAt, id }: BattleCursor): string {
  return `${votedAt.getTime()}-${id}`;
}

/** One side of a battle in a list. */
export type ListedSide = {
  slug: string;
  name: string;
  /** Whose poster to show; null while it may not be seen, or never again. */
  creationId: string | null;
};

/** A battle that was voted in, as a row of a list. */
export type ListedBattle = {
  id: string;
  votedAt: string;
  prompt: { slug: string; title: string };
  track: string;
  category: string;
  outcome: Outcome;
  left: ListedSide;
  right: ListedSide;
  /** The reader has a battle of their own on this prompt: names and outcome only. */
  isWithheld: boolean;
};

/** Some battles, newest first, and where the older ones begin; null when there are none. */
export type BattlePage = { battles: ListedBattle[]; next: string | null };
