/**
 * Counts of outcomes for one ordered pair: `left` and `right` are indices into a list of entrants,
 * as the two were shown. The same pair may come in any number of tallies (one a track, say).
 */
export type Tally = {
  left: number;
  right: number;
  leftWins: number;
  rightWins: number;
  ties: number;
  bothBad: number;
};

/** Counts for one unordered pair, a < b. `ties` holds the both-bad votes too. */
export type PairCell = {
  a: number;
  b: number;
  /** Votes. */
  n: number;
  /** Points of a: a win is 1, a tie or a both-bad ½. Those of b are n − pointsA. */
  pointsA: number;
  winsA: number;
  winsB: number;
  ties: number;
};

/** How many votes a tally counts. */
export function votesIn(tally: Tally): number {
  return tally.leftWins + tally.rightWins + tally.ties + tally.bothBad;
}

/**
 * Merges tallies into one cell for each unordered pair that met, sorted by (a, b). Counts are whole
 * numbers, so the result does not depend on the order of the tallies, not even in its last bit.
 * @throws RangeError for a count that is no whole number of votes, an index outside 0..size−1, or
 * an entrant against itself.
 */
export function toPairCells(size: number, tallies: readonly Tally[]): PairCell[] {
  const cells = new Map<number, PairCell>();
  for (const tally of tallies) {
    requireTally(size, tally);
    const n = votesIn(tally);
    if (n === 0) continue;
    const a = Math.min(tally.left, tally.right);
    const b = Math.max(tally.left, tally.right);
    const key = a * size + b;
    let cell = cells.get(key);
    if (!cell) {
      cell = { a, b, n: 0, pointsA: 0, winsA: 0, winsB: 0, ties: 0 };
      cells.set(key, cell);
    }
    const winsA = tally.left === a ? tally.leftWins : tally.rightWins;
    const ties = tally.ties + tally.bothBad;
    cell.n += n;
    cell.pointsA += winsA + ties / 2;
    cell.winsA += winsA;
    cell.winsB += n - winsA - ties;
    cell.ties += ties;
  }
  return [...cells.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/**
 * The cells among `members` only (ascending indices), renumbered 0..members.length−1.
 */
export function restrictCells(cells: readonly PairCell[], members: readonly number[]): PairCell[] {
  const position = new Map(members.map((member, index) => [member, index]));
  const kept: PairCell[] = [];
  for (const cell of cells) {
    const a = position.get(cell.a);
    const b = position.get(cell.b);
    if (a !== undefined && b !== undefined) kept.push({ ...cell, a, b });
  }
  return kept;
}

/** What each entrant has been in: votes, points (a tie or both-bad is ½) and both-bad votes. */
export function countVotes(
  size: number,
  tallies: readonly Tally[],
): { battles: number; points: number; bothBad: number }[] {
  const counts = Array.from({ length: size }, () => ({ battles: 0, points: 0, bothBad: 0 }));
  for (const tally of tallies) {
    const n = votesIn(tally);
    const halves = (tally.ties + tally.bothBad) / 2;
    const sides = [
      { entrant: tally.left, wins: tally.leftWins },
      { entrant: tally.right, wins: tally.rightWins },
    ];
    for (const { entrant, wins } of sides) {
      const count = counts[entrant];
      if (!count) continue;
      count.battles += n;
      count.points += wins + halves;
      count.bothBad += tally.bothBad;
    }
  }
  return counts;
}

function requireTally(size: number, tally: Tally): void {
  const { left, right } = tally;
  for (const index of [left, right]) {
    if (!Number.isInteger(index) || index < 0 || index >= size) {
      throw new RangeError(`A tally names entrant ${index}; there are ${size}.`);
    }
  }
  if (left === right) throw new RangeError(`A tally sets entrant ${left} against itself.`);
  for (const count of [tally.leftWins, tally.rightWins, tally.ties, tally.bothBad]) {
    if (!Number.isSafeInteger(count) || count < 0) {
      throw new RangeError(`A tally counts ${count} votes.`);
    }
  }
}
