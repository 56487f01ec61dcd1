import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { anyTallies } from "./fixtures/arbitraries";
import { countVotes, restrictCells, type Tally, toPairCells } from "./tally";

const tally = (left: number, right: number, counts: Partial<Tally>): Tally => ({
  left,
  right,
  leftWins: 0,
  rightWins: 0,
  ties: 0,
  bothBad: 0,
  ...counts,
});

describe("toPairCells", () => {
  test("merges both orientations into one cell", () => {
    const cells = toPairCells(3, [
      tally(2, 0, { leftWins: 3, rightWins: 1, bothBad: 2 }),
      tally(0, 2, { leftWins: 5, ties: 1 }),
    ]);
    expect(cells).toEqual([{ a: 0, b: 2, n: 12, pointsA: 7.5, winsA: 6, winsB: 3, ties: 3 }]);
  });

  test("leaves out pairs without votes and sorts by (a, b)", () => {
    const cells = toPairCells(12, [
      tally(11, 10, { ties: 1 }),
      tally(1, 2, {}),
      tally(9, 2, { leftWins: 1 }),
      tally(2, 10, { leftWins: 1 }),
    ]);
    expect(cells.map(({ a, b }) => [a, b])).toEqual([
      [2, 9],
      [2, 10],
      [10, 11],
    ]);
  });

  test("does not depend on the order of the tallies", () => {
    fc.assert(
      fc.property(anyTallies, ({ size, tallies }) => {
        expect(toPairCells(size, tallies.toReversed())).toEqual(toPairCells(size, tallies));
      }),
    );
  });

  test.each([
    tally(0, 0, { ties: 1 }),
    tally(0, 5, { ties: 1 }),
    tally(-1, 0, { ties: 1 }),
    tally(Number.NaN, 0, { ties: 1 }),
    tally(0, 1, { leftWins: -1 }),
    tally(0, 1, { bothBad: 0.5 }),
  ])("refuses what is not a count of votes between two entrants: %o", (malformed) => {
    expect(() => toPairCells(3, [malformed])).toThrow(RangeError);
  });
});

test("restrictCells keeps what is among the members, renumbered", () => {
  const cells = toPairCells(4, [tally(1, 3, { leftWins: 2 }), tally(0, 1, { ties: 1 })]);
  expect(restrictCells(cells, [1, 3])).toEqual([
    { a: 0, b: 1, n: 2, pointsA: 2, winsA: 2, winsB: 0, ties: 0 },
  ]);
});

test("countVotes gives every vote's one point to its two entrants", () => {
  fc.assert(
    fc.property(anyTallies, ({ size, tallies }) => {
      const counts = countVotes(size, tallies);
      const votes = toPairCells(size, tallies).reduce((sum, cell) => sum + cell.n, 0);
      expect(counts.reduce((sum, count) => sum + count.points, 0)).toBe(votes);
      expect(counts.reduce((sum, count) => sum + count.battles, 0)).toBe(2 * votes);
    }),
  );
});
