import fc from "fast-check";
import { expect, test } from "vitest";
import { anyTallies, connectedTallies, lopsidedTallies } from "./fixtures/arbitraries";
import { baseball1987 } from "./fixtures/published-tables";
import { firstPositionEffect } from "./position";
import { POINTS_PER_LOGIT, toRating } from "./scale";
import type { Tally } from "./tally";

/**
 * American League East 1987, [home wins, away wins] of the row at home to the column, in the order of
 * `baseball1987.entrants`: Agresti (2002), table 10.10.
 */
const HOME_GAMES: [number, number][][] = [
  [
    [0, 0],
    [4, 3],
    [4, 2],
    [4, 3],
    [6, 1],
    [4, 2],
    [6, 0],
  ],
  [
    [3, 3],
    [0, 0],
    [4, 2],
    [4, 3],
    [6, 0],
    [6, 1],
    [4, 3],
  ],
  [
    [2, 5],
    [4, 3],
    [0, 0],
    [2, 4],
    [4, 3],
    [4, 2],
    [6, 0],
  ],
  [
    [3, 3],
    [5, 1],
    [2, 5],
    [0, 0],
    [4, 3],
    [4, 2],
    [6, 1],
  ],
  [
    [5, 1],
    [2, 5],
    [3, 3],
    [4, 2],
    [0, 0],
    [5, 2],
    [6, 0],
  ],
  [
    [2, 5],
    [3, 3],
    [3, 4],
    [4, 3],
    [4, 2],
    [0, 0],
    [2, 4],
  ],
  [
    [2, 5],
    [1, 5],
    [1, 6],
    [2, 4],
    [1, 6],
    [3, 4],
    [0, 0],
  ],
];

const games = HOME_GAMES.flatMap((row, left) =>
  row.flatMap(([leftWins, rightWins], right): Tally[] =>
    left === right ? [] : [{ left, right, leftWins, rightWins, ties: 0, bothBad: 0 }],
  ),
);

test("baseball 1987: home is worth 0.302 logit, and the ratings with that taken out", () => {
  const effect = firstPositionEffect({ entrants: baseball1987.entrants, tallies: games });
  expect(effect?.logit.toFixed(3)).toBe("0.302");
  expect(effect?.logit).toBeCloseTo(0.30226066, 8);
  expect(effect?.points).toBeCloseTo(0.30226066 * POINTS_PER_LOGIT, 5);
  const strengths = [
    0.54071783, 0.39652005, 0.24827324, 0.20250324, 0.06496549, -0.3741427, -1.07883716,
  ];
  baseball1987.entrants.forEach((slug, index) => {
    const rating = effect?.entrants.find((entrant) => entrant.slug === slug)?.rating ?? 0;
    expect(Math.abs(rating - toRating(strengths[index] ?? 0))).toBeLessThan(2e-6);
  });
});

const mirrored = (tallies: readonly Tally[]) =>
  tallies.map((tally) => ({ ...tally, left: tally.right, right: tally.left }));

test("showing everyone on the other side, with the same side winning, flips nothing but names", () => {
  fc.assert(
    fc.property(connectedTallies, ({ size, tallies }) => {
      const entrants = Array.from({ length: size }, (_, index) => `e${index}`);
      const both = [...tallies, ...mirrored(tallies)];
      const swapped = both.map((tally) => ({
        ...tally,
        leftWins: tally.rightWins,
        rightWins: tally.leftWins,
      }));
      const there = firstPositionEffect({ entrants, tallies: both });
      const back = firstPositionEffect({ entrants, tallies: swapped });
      expect(back?.logit).toBeCloseTo(-(there?.logit ?? 0), 9);
      expect(back?.standardError).toBeCloseTo(there?.standardError ?? 0, 7);
    }),
  );
});

test("votes for one side only have no finite effect", () => {
  const tallies = mirrored([{ left: 0, right: 1, leftWins: 3, rightWins: 0, ties: 0, bothBad: 0 }]);
  const both = [...tallies, ...mirrored(tallies)];
  expect(firstPositionEffect({ entrants: ["a", "b"], tallies: both })).toBeNull();
  expect(firstPositionEffect({ entrants: [], tallies: [] })).toBeNull();
});

test("a pair always shown the same way round cannot tell side from strength", () => {
  const tallies = [{ left: 0, right: 1, leftWins: 3, rightWins: 2, ties: 0, bothBad: 0 }];
  expect(firstPositionEffect({ entrants: ["a", "b"], tallies })).toBeNull();
});

test("finite or null for every graph", () => {
  fc.assert(
    fc.property(fc.oneof(anyTallies, lopsidedTallies), ({ size, tallies }) => {
      const entrants = Array.from({ length: size }, (_, index) => `e${index}`);
      const effect = firstPositionEffect({ entrants, tallies });
      expect(JSON.parse(JSON.stringify(effect))).toEqual(effect);
    }),
    { numRuns: 500 },
  );
});
