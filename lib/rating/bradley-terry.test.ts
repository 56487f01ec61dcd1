import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitBradleyTerry } from "./bradley-terry";
import { findRated } from "./connectivity";
import { anyTallies, connectedTallies } from "./fixtures/arbitraries";
import {
  baseball1987,
  springallFlavours,
  stiglerCitations,
  tableTallies,
  wikipediaTeams,
} from "./fixtures/published-tables";
import { sigmoid } from "./logistic";
import { toRating } from "./scale";
import { restrictCells, toPairCells } from "./tally";

const pair = (leftWins: number, rightWins: number, ties = 0) => [
  { left: 0, right: 1, leftWins, rightWins, ties, bothBad: 0 },
];

const logitsOf = (size: number, tallies: Parameters<typeof toPairCells>[1]): number[] => [
  ...fitBradleyTerry(size, toPairCells(size, tallies)).logits,
];

describe("closed forms", () => {
  test("two entrants: the gap is the log odds of the points", () => {
    const [first = 0, second = 0] = logitsOf(2, pair(9, 3, 4));
    expect(first - second).toBeCloseTo(Math.log(11 / 5), 13);
    expect(first + second).toBeCloseTo(0, 15);
  });

  test("ties alone rate everyone the same", () => {
    expect(logitsOf(2, pair(0, 0, 7))).toEqual([0, 0]);
  });

  test("a chain with one lost vote in a million on each link", () => {
    const tallies = [0, 1, 2].map((left) => ({
      left,
      right: left + 1,
      leftWins: 999_999,
      rightWins: 1,
      ties: 0,
      bothBad: 0,
    }));
    const logits = logitsOf(4, tallies);
    const link = Math.log(999_999);
    expect((logits[0] ?? 0) - (logits[3] ?? 0)).toBeCloseTo(3 * link, 8);
  });
});

/** Two independent solvers agree on these to 1e-8 logit; the tables print six decimals. */
describe.each([
  ["Wikipedia's four teams", wikipediaTeams],
  ["Stigler's citations", stiglerCitations],
  ["Springall's flavours, with ties", springallFlavours],
  ["baseball 1987", baseball1987],
])("%s", (_, table) => {
  test("is reproduced to 1e-6 Elo", () => {
    const logits = logitsOf(table.entrants.length, tableTallies(table));
    logits.forEach((logit, index) => {
      expect(Math.abs(toRating(logit) - (table.elo?.[index] ?? 0))).toBeLessThan(1e-6);
    });
  });
});

describe("published coefficients, to their printed digits", () => {
  const rounded = (values: number[], digits: number) =>
    values.map((value) => Number(value.toFixed(digits)));

  test("Wikipedia: powers with geometric mean 1", () => {
    const logits = logitsOf(4, tableTallies(wikipediaTeams));
    expect(rounded(logits.map(Math.exp), 3)).toEqual([0.64, 1.043, 0.66, 2.27]);
  });

  test("Turner and Firth (2012), Biometrika = 0", () => {
    const logits = logitsOf(4, tableTallies(stiglerCitations));
    const coefficients = logits.slice(1).map((logit) => logit - (logits[0] ?? 0));
    expect(rounded(coefficients, 5)).toEqual([-2.94907, -0.47957, 0.26895]);
  });

  test("Agresti (2002), table 10.11, Baltimore = 0", () => {
    const logits = logitsOf(7, tableTallies(baseball1987));
    const coefficients = logits.map((logit) => logit - (logits[6] ?? 0));
    expect(rounded(coefficients, 2)).toEqual([1.58, 1.44, 1.29, 1.25, 1.11, 0.68, 0]);
  });
});

describe("properties", () => {
  test("at the maximum everyone's expected points are their points", () => {
    fc.assert(
      fc.property(anyTallies, ({ size, tallies }) => {
        const all = toPairCells(size, tallies);
        const { rated } = findRated(size, all);
        const cells = restrictCells(all, rated);
        const { logits } = fitBradleyTerry(rated.length, cells);
        const votes = cells.reduce((sum, cell) => sum + cell.n, 0);
        const excess = rated.map((_, index) =>
          cells.reduce((sum, { a, b, n, pointsA }) => {
            const residual = pointsA - n * sigmoid((logits[a] ?? 0) - (logits[b] ?? 0));
            return sum + (a === index ? residual : 0) - (b === index ? residual : 0);
          }, 0),
        );
        for (const value of excess) expect(Math.abs(value)).toBeLessThan(1e-10 * (votes + 1));
      }),
      { numRuns: 300 },
    );
  });

  test("the start, and any constant added to it, changes nothing", () => {
    fc.assert(
      fc.property(
        connectedTallies,
        fc.integer({ min: -50, max: 50 }),
        fc.integer({ min: -3, max: 3 }),
        ({ size, tallies }, shift, slope) => {
          const cells = toPairCells(size, tallies);
          const start = Float64Array.from({ length: size }, (_, index) => shift + slope * index);
          const { logits } = fitBradleyTerry(size, cells, start);
          const fromZero = fitBradleyTerry(size, cells).logits;
          logits.forEach((logit, index) => {
            expect(Math.abs(logit - (fromZero[index] ?? 0))).toBeLessThan(1e-9);
          });
        },
      ),
    );
  });

  test("a win more raises the winner above the loser", () => {
    fc.assert(
      fc.property(connectedTallies, ({ size, tallies }) => {
        const more = tallies.map((tally, index) =>
          index === 0 ? { ...tally, leftWins: tally.leftWins + 1 } : tally,
        );
        const [before = [], after = []] = [tallies, more].map((list) => logitsOf(size, list));
        expect((after[0] ?? 0) - (after[1] ?? 0)).toBeGreaterThan(
          (before[0] ?? 0) - (before[1] ?? 0),
        );
      }),
    );
  });
});

test("refuses a graph without a finite maximum instead of returning a large number", () => {
  expect(() => fitBradleyTerry(2, toPairCells(2, pair(3, 0)))).toThrow(RangeError);
});
