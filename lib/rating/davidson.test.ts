import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { davidsonRatings, fitDavidson } from "./davidson";
import { anyTallies, lopsidedTallies } from "./fixtures/arbitraries";
import { baseball1987, tableTallies } from "./fixtures/published-tables";
import { davidsonProbabilities } from "./fixtures/simulated-world";
import { entryOf } from "./matrix";
import { toPairCells } from "./tally";

const pair = (leftWins: number, rightWins: number, ties: number) =>
  toPairCells(2, [{ left: 0, right: 1, leftWins, rightWins, ties, bothBad: 0 }]);

test("two entrants: the saturated model has the observed shares", () => {
  const fit = fitDavidson(2, pair(20, 5, 15));
  expect(fit).not.toBeNull();
  if (!fit) return;
  // π_a/π_b = 20/5 and ν = 15/√(20·5).
  expect((fit.logits[0] ?? 0) - (fit.logits[1] ?? 0)).toBeCloseTo(Math.log(4), 12);
  expect(fit.tieParameter.estimate).toBeCloseTo(1.5, 12);
  // Delta method on multinomial counts: Var(ln ν) = 1/15 + (1/20 + 1/5)/4, Var(ln π_a/π_b) = 1/20 + 1/5.
  const margin = 1.959963984540054 * Math.sqrt(1 / 15 + (1 / 20 + 1 / 5) / 4);
  expect(fit.tieParameter.lower).toBeCloseTo(1.5 * Math.exp(-margin), 11);
  expect(fit.tieParameter.upper).toBeCloseTo(1.5 * Math.exp(margin), 11);
  expect(4 * entryOf(fit.covariance, 0, 0)).toBeCloseTo(1 / 20 + 1 / 5, 12);
});

test("gives back the strengths that expected counts were made from", () => {
  const truth = [0.9, 0.2, -0.3, -0.8];
  const nu = 0.45;
  const cells = truth.flatMap((strength, a) =>
    truth.slice(a + 1).map((other, offset) => {
      const [winsA, winsB, ties] = davidsonProbabilities(strength - other, nu);
      return { a, b: a + 1 + offset, n: 1, pointsA: winsA + ties / 2, winsA, winsB, ties };
    }),
  );
  const fit = fitDavidson(4, cells);
  expect(fit?.tieParameter.estimate).toBeCloseTo(nu, 12);
  truth.forEach((strength, index) => {
    expect(fit?.logits[index]).toBeCloseTo(strength, 12);
  });
});

test("without ties it is Bradley–Terry with ν = 0", () => {
  const { tieParameter, entrants } = davidsonRatings({
    entrants: baseball1987.entrants,
    tallies: tableTallies(baseball1987),
  });
  expect(tieParameter).toEqual({ estimate: 0, lower: null, upper: null });
  for (const { slug, rating } of entrants) {
    const expected = baseball1987.elo?.[baseball1987.entrants.indexOf(slug)] ?? 0;
    expect(Math.abs((rating?.estimate ?? 0) - expected)).toBeLessThan(1e-6);
  }
});

describe("no finite maximum", () => {
  test("only ties", () => {
    expect(fitDavidson(2, pair(0, 0, 3))).toBeNull();
  });

  test("ties that hold a graph together which the wins do not", () => {
    // b beats c, a ties both: ν → ∞ with b, a, c one step apart each explains all three.
    const cells = toPairCells(3, [
      { left: 1, right: 2, leftWins: 1, rightWins: 0, ties: 0, bothBad: 0 },
      { left: 0, right: 1, leftWins: 0, rightWins: 0, ties: 1, bothBad: 0 },
      { left: 0, right: 2, leftWins: 0, rightWins: 0, ties: 1, bothBad: 0 },
    ]);
    expect(fitDavidson(3, cells)).toBeNull();
  });

  test("nobody", () => {
    expect(davidsonRatings({ entrants: [], tallies: [] })).toEqual({
      tieParameter: null,
      entrants: [],
    });
  });

  test("finite or null for every graph", () => {
    fc.assert(
      fc.property(fc.oneof(anyTallies, lopsidedTallies), ({ size, tallies }) => {
        const entrants = Array.from({ length: size }, (_, index) => `e${index}`);
        const davidson = davidsonRatings({ entrants, tallies });
        expect(JSON.parse(JSON.stringify(davidson))).toEqual(davidson);
      }),
      { numRuns: 500 },
    );
  });
});
