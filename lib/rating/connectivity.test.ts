import fc from "fast-check";
import { expect, test } from "vitest";
import { findRated } from "./connectivity";
import { anyTallies } from "./fixtures/arbitraries";
import { tableTallies, wildVision } from "./fixtures/published-tables";
import { type PairCell, toPairCells } from "./tally";

/** Cells from "a>b" (a win), "a=b" (a tie), "a><b" (a win each way). */
function cellsOf(...games: string[]): PairCell[] {
  const tallies = games.map((game) => {
    const [, left, sign, right] = /^(\d+)([<>=]+)(\d+)$/.exec(game) ?? [];
    return {
      left: Number(left),
      right: Number(right),
      leftWins: sign?.includes(">") ? 1 : 0,
      rightWins: sign?.includes("<") ? 1 : 0,
      ties: sign === "=" ? 1 : 0,
      bothBad: 0,
    };
  });
  return toPairCells(10, tallies);
}

const reasonsOf = (size: number, ...games: string[]) => findRated(size, cellsOf(...games)).reasons;

test("nobody is rated without votes", () => {
  expect(findRated(0, [])).toEqual({ rated: [], reasons: [] });
  expect(reasonsOf(2)).toEqual(["no_votes", "no_votes"]);
});

test("one win connects nobody; one tie does", () => {
  expect(reasonsOf(2, "0>1")).toEqual(["undefeated", "winless"]);
  expect(reasonsOf(2, "0=1")).toEqual([null, null]);
});

test("the middle of a chain without a rated group is disconnected", () => {
  expect(reasonsOf(3, "0>1", "1>2")).toEqual(["undefeated", "disconnected", "winless"]);
});

test("a ring of wins is one group", () => {
  expect(reasonsOf(3, "0>1", "1>2", "2>0")).toEqual([null, null, null]);
});

test("names who stands above, below and apart, along chains", () => {
  expect(reasonsOf(8, "2><3", "1>2", "0>1", "3>4", "4>5", "6=7", "6=7", "6=7")).toEqual([
    "disconnected",
    "disconnected",
    "disconnected",
    "disconnected",
    "disconnected",
    "disconnected",
    null,
    null,
  ]);
  expect(reasonsOf(9, "2><3", "3=8", "1>2", "0>1", "3>4", "4>5", "6=7")).toEqual([
    "undefeated",
    "undefeated",
    null,
    null,
    "winless",
    "winless",
    "disconnected",
    "disconnected",
    null,
  ]);
});

test("of equally large groups the one with more votes is rated, then the first", () => {
  expect(findRated(4, cellsOf("0=1", "2=3", "2=3")).rated).toEqual([2, 3]);
  expect(findRated(4, cellsOf("2=3", "0=1")).rated).toEqual([0, 1]);
});

test("a hundred thousand entrants in one ring do not exhaust the stack", () => {
  const size = 100_000;
  const tallies = Array.from({ length: size }, (_, left) => ({
    left,
    right: (left + 1) % size,
    leftWins: 1,
    rightWins: 0,
    ties: 0,
    bothBad: 0,
  }));
  expect(findRated(size, toPairCells(size, tallies)).rated).toHaveLength(size);
});

test("WildVision's table is not one component: who only beats or only loses is not rated", () => {
  const cells = toPairCells(wildVision.entrants.length, tableTallies(wildVision));
  const { rated, reasons } = findRated(wildVision.entrants.length, cells);
  expect(rated).toHaveLength(9);
  expect(reasons.map((reason, index) => [wildVision.entrants[index], reason])).toContainEqual([
    "LLaVA-NeXT-Video-7B",
    "undefeated",
  ]);
});

test("exactly the rated have no reason, and rated means mutually reachable", () => {
  fc.assert(
    fc.property(anyTallies, ({ size, tallies }) => {
      const cells = toPairCells(size, tallies);
      const { rated, reasons } = findRated(size, cells);
      expect(rated).toEqual(reasons.flatMap((reason, index) => (reason === null ? [index] : [])));
      expect(rated.length).not.toBe(1);
      // Floyd–Warshall, as the slow and obvious oracle.
      const reach = Array.from({ length: size }, (_, i) =>
        Array.from({ length: size }, (_, j) => i === j),
      );
      for (const { a, b, n, pointsA } of cells) {
        if (pointsA > 0) (reach[a] ?? [])[b] = true;
        if (pointsA < n) (reach[b] ?? [])[a] = true;
      }
      for (let k = 0; k < size; k++) {
        for (const row of reach) {
          if (!row[k]) continue;
          for (let j = 0; j < size; j++) if (reach[k]?.[j]) row[j] = true;
        }
      }
      const together = (i: number, j: number) => Boolean(reach[i]?.[j] && reach[j]?.[i]);
      const groups = reach.map((_, i) => reach.filter((_, j) => together(i, j)).length);
      const largest = Math.max(0, ...groups);
      expect(rated.length).toBe(largest < 2 ? 0 : largest);
      for (const i of rated) for (const j of rated) expect(together(i, j)).toBe(true);
    }),
  );
});
