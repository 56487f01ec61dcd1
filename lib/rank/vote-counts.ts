import type { Tally } from "@/lib/rating/tally";

/** Counts of outcomes by ordered pair of entrants, folded vote by vote. */
export type VoteCounter = {
  /** Counts a vote, its outcome by place in OUTCOMES, and returns its cell: 4 · pair + outcome. */
  add(left: number, right: number, outcome: number): number;
  /** The entrants of a cell. */
  leftOf(cell: number): number;
  rightOf(cell: number): number;
  /** One for each ordered pair that met, in order of first meeting. */
  tallies(): Tally[];
};

/** An empty counter. Entrants are numbered from 0 without gaps, as they appear. */
export function createVoteCounter(): VoteCounter {
  let width = 16;
  /** pair + 1 of left · width + right, 0 for none. */
  let pairs = new Int32Array(width * width);
  let counts = new Float64Array(4 * 64);
  const lefts: number[] = [];
  const rights: number[] = [];

  function widen(entrant: number): void {
    while (entrant >= width) width *= 2;
    pairs = new Int32Array(width * width);
    lefts.forEach((left, pair) => {
      pairs[left * width + (rights[pair] ?? 0)] = pair + 1;
    });
  }

  function addPair(left: number, right: number): number {
    const pair = lefts.length;
    lefts.push(left);
    rights.push(right);
    pairs[left * width + right] = pair + 1;
    if (4 * pair === counts.length) {
      const larger = new Float64Array(2 * counts.length);
      larger.set(counts);
      counts = larger;
    }
    return pair;
  }

  return {
    add(left, right, outcome) {
      if (left >= width || right >= width) widen(Math.max(left, right));
      const known = (pairs[left * width + right] ?? 0) - 1;
      const pair = known < 0 ? addPair(left, right) : known;
      const cell = 4 * pair + outcome;
      counts[cell] = (counts[cell] ?? 0) + 1;
      return cell;
    },
    leftOf: (cell) => lefts[cell >>> 2] ?? 0,
    rightOf: (cell) => rights[cell >>> 2] ?? 0,
    tallies: () =>
      lefts.map((left, pair) => ({
        left,
        right: rights[pair] ?? 0,
        leftWins: counts[4 * pair] ?? 0,
        rightWins: counts[4 * pair + 1] ?? 0,
        ties: counts[4 * pair + 2] ?? 0,
        bothBad: counts[4 * pair + 3] ?? 0,
      })),
  };
}
