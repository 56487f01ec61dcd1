import { findRated, type Reason } from "./connectivity";
import { type PairCell, type Tally, toPairCells } from "./tally";

/** Entrants and their tallies as a caller holds them. */
export type VoteCounts = {
  /** Slugs, each once, in any order. */
  entrants: readonly string[];
  /** Counts by index into `entrants`, in any order. */
  tallies: readonly Tally[];
};

/** The same in one order for everyone: by slug. Rounding then cannot depend on the caller's order. */
export type CanonicalVotes = {
  size: number;
  /** Sorted by code units, which no locale changes. */
  slugs: string[];
  /** callerIndex[i] is the caller's index of slugs[i]; position[c] is where the caller's c stands. */
  callerIndex: number[];
  position: number[];
  /** Renumbered to the sorted order. */
  tallies: Tally[];
  cells: PairCell[];
  /** Who can be rated, ascending, and why the others cannot. */
  rated: number[];
  reasons: (Reason | null)[];
};

/**
 * Sorts entrants, merges tallies, finds who can be rated.
 * @throws RangeError for a slug named twice or a malformed tally.
 */
export function canonicalVotes({ entrants, tallies }: VoteCounts): CanonicalVotes {
  const size = entrants.length;
  if (new Set(entrants).size < size) throw new RangeError("Two entrants share a slug.");
  const named = entrants.map((slug, index) => ({ slug, index }));
  named.sort((x, y) => compareText(x.slug, y.slug));
  const position = new Array<number>(size).fill(0);
  named.forEach(({ index }, place) => {
    position[index] = place;
  });
  // An index that is none stays none, for toPairCells to refuse.
  const renumbered = tallies.map((tally) => ({
    ...tally,
    left: position[tally.left] ?? Number.NaN,
    right: position[tally.right] ?? Number.NaN,
  }));
  const cells = toPairCells(size, renumbered);
  return {
    size,
    slugs: named.map(({ slug }) => slug),
    callerIndex: named.map(({ index }) => index),
    position,
    tallies: renumbered,
    cells,
    ...findRated(size, cells),
  };
}

/** Order by code units: the same on every machine. */
export function compareText(x: string, y: string): number {
  if (x === y) return 0;
  return x < y ? -1 : 1;
}
