import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { type Board, type BoardInput, computeBoard, METHOD } from "./board";
import { anyTallies, connectedTallies, lopsidedTallies } from "./fixtures/arbitraries";
import { springallFlavours, tableTallies, wildVision } from "./fixtures/published-tables";
import { NORMAL_QUANTILE_95, POINTS_PER_LOGIT } from "./scale";
import type { Tally } from "./tally";

const slugs = (size: number) => Array.from({ length: size }, (_, index) => `entrant-${index}`);
const boardOf = (size: number, tallies: Tally[], rest: Partial<BoardInput> = {}): Board =>
  computeBoard({ entrants: slugs(size), tallies, seed: 1, ...rest });
const pair = (counts: Partial<Tally>): Tally[] => [
  { left: 0, right: 1, leftWins: 0, rightWins: 0, ties: 0, bothBad: 0, ...counts },
];
const rowOf = (board: Board, slug: string) => board.entrants.find((row) => row.slug === slug);

test("a published table: ratings, order, counts", () => {
  const { entrants, elo } = springallFlavours;
  const board = computeBoard({ entrants, tallies: tableTallies(springallFlavours), seed: 1 });
  expect(board).toMatchObject({ method: METHOD, seed: 1, votes: 885 });
  entrants.forEach((slug, index) => {
    const row = rowOf(board, slug);
    expect(Math.abs((row?.rating ?? 0) - (elo?.[index] ?? 0))).toBeLessThan(1e-6);
  });
  const standing = board.entrants.map(({ rank, rating }) => [rank, Math.round(rating ?? 0)]);
  expect(standing).toEqual([
    [1, 1281],
    [2, 1132],
    [2, 1131],
    [2, 1084],
    [2, 1059],
    [6, 908],
    [6, 864],
    [7, 797],
    [8, 745],
  ]);
  expect(board.matrix.order).toEqual(board.entrants.map((row) => row.slug));
});

test("WildVision: who is separated is not rated, everyone else is", () => {
  const board = computeBoard({
    entrants: wildVision.entrants,
    tallies: tableTallies(wildVision),
    seed: 1,
  });
  const unrated = board.entrants.filter((row) => row.status === "not_rated");
  expect(unrated.map(({ slug, reason }) => [slug, reason])).toEqual([
    ["LLaVA-NeXT-Video-7B", "undefeated"],
  ]);
  expect(unrated[0]).toMatchObject({
    rank: null,
    rating: null,
    lower: null,
    battles: 7,
    points: 7,
  });
  expect(board.votes).toBe(159);
});

describe("graphs of every kind", () => {
  test("no entrants", () => {
    expect(boardOf(0, [])).toMatchObject({ votes: 0, entrants: [], matrix: { order: [] } });
  });

  test("no votes", () => {
    expect(boardOf(2, []).entrants[0]).toEqual({
      slug: "entrant-0",
      rank: null,
      rankRange: null,
      rating: null,
      lower: null,
      upper: null,
      battles: 0,
      points: 0,
      winRate: null,
      bothBadRate: null,
      status: "not_rated",
      reason: "no_votes",
    });
  });

  test("one win: an undefeated and a winless entrant", () => {
    const { entrants } = boardOf(2, pair({ leftWins: 1 }));
    expect(entrants.map(({ reason, winRate }) => [reason, winRate])).toEqual([
      ["undefeated", 1],
      ["winless", 0],
    ]);
  });

  test("one tie: equal ratings with an interval that is not zero", () => {
    const { entrants } = boardOf(2, pair({ ties: 1 }));
    // H⁺ = 1 logit² for one vote at ½, and Laplace's floor a third of it.
    const margin = NORMAL_QUANTILE_95 * POINTS_PER_LOGIT * Math.sqrt(1 / 3);
    for (const row of entrants) {
      expect(row).toMatchObject({ rating: 1000, rank: 1, rankRange: [1, 2], winRate: 0.5 });
      expect((row.upper ?? 0) - 1000).toBeCloseTo(margin, 9);
    }
  });

  test("both-bad is half a point and its own rate", () => {
    const { entrants } = boardOf(2, pair({ leftWins: 3, rightWins: 2, ties: 1, bothBad: 4 }));
    expect(entrants[0]).toMatchObject({ points: 5.5, winRate: 0.55, bothBadRate: 0.4 });
  });

  test("every number is finite or null", () => {
    fc.assert(
      fc.property(fc.oneof(anyTallies, lopsidedTallies), ({ size, tallies }) => {
        const board = boardOf(size, tallies);
        const walk = (value: unknown): void => {
          if (typeof value === "number") expect(Number.isFinite(value)).toBe(true);
          else if (value !== null && typeof value === "object") Object.values(value).forEach(walk);
        };
        walk(board);
        expect(JSON.parse(JSON.stringify(board))).toEqual(board);
        for (const row of board.entrants) {
          expect(row.status === "rated").toBe(row.reason === null);
          expect([row.rank, row.rating, row.lower, row.upper, row.rankRange].includes(null)).toBe(
            row.status === "not_rated",
          );
          if (row.lower !== null) expect(row.upper).toBeGreaterThan(row.lower);
        }
        const rated = board.entrants.flatMap(({ rating }) => (rating === null ? [] : [rating]));
        const mean = rated.reduce((sum, rating) => sum + rating, 0) / rated.length;
        if (rated.length > 0) expect(mean).toBeCloseTo(1000, 6);
      }),
      { numRuns: 200 },
    );
  });
});

describe("the same bits", () => {
  test("whatever the order of entrants and tallies", () => {
    fc.assert(
      fc.property(
        anyTallies.chain(({ size, tallies }) =>
          fc.record({
            size: fc.constant(size),
            tallies: fc.constant(tallies),
            shuffledTallies: fc.shuffledSubarray(tallies, { minLength: tallies.length }),
            order: fc.shuffledSubarray([...Array(size).keys()], { minLength: size }),
          }),
        ),
        ({ size, tallies, shuffledTallies, order }) => {
          const position = new Map(order.map((from, to) => [from, to]));
          const shuffled = computeBoard({
            entrants: order.map((index) => `entrant-${index}`),
            tallies: shuffledTallies.map((tally) => ({
              ...tally,
              left: position.get(tally.left) ?? 0,
              right: position.get(tally.right) ?? 0,
            })),
            seed: 1,
          });
          expect(shuffled).toStrictEqual(boardOf(size, tallies));
        },
      ),
    );
  });

  test("whichever side each entrant was shown on", () => {
    fc.assert(
      fc.property(anyTallies, ({ size, tallies }) => {
        const swapped = tallies.map(({ left, right, leftWins, rightWins, ties, bothBad }) => ({
          left: right,
          right: left,
          leftWins: rightWins,
          rightWins: leftWins,
          ties,
          bothBad,
        }));
        expect(boardOf(size, swapped)).toStrictEqual(boardOf(size, tallies));
      }),
    );
  });

  test("whether votes come one by one or merged", () => {
    fc.assert(
      fc.property(anyTallies, ({ size, tallies }) => {
        const none = { leftWins: 0, rightWins: 0, ties: 0, bothBad: 0 };
        const votes = tallies.flatMap((tally) => [
          ...Array.from({ length: tally.leftWins }, () => ({ ...tally, ...none, leftWins: 1 })),
          ...Array.from({ length: tally.rightWins }, () => ({ ...tally, ...none, rightWins: 1 })),
          ...Array.from({ length: tally.ties }, () => ({ ...tally, ...none, ties: 1 })),
          ...Array.from({ length: tally.bothBad }, () => ({ ...tally, ...none, bothBad: 1 })),
        ]);
        expect(boardOf(size, votes)).toStrictEqual(boardOf(size, tallies));
      }),
      { numRuns: 50 },
    );
  });
});

test("inflation widens the intervals of its entrant, whatever its place in the list", () => {
  fc.assert(
    fc.property(connectedTallies, ({ size, tallies }) => {
      const plain = boardOf(size, tallies);
      const inflation = slugs(size).map((_, index) => 1 + index);
      const inflated = boardOf(size, tallies, { inflation });
      slugs(size).forEach((slug, index) => {
        const [before, after] = [rowOf(plain, slug), rowOf(inflated, slug)];
        const width = (row: typeof before) => (row?.upper ?? 0) - (row?.lower ?? 0);
        expect(after?.rating).toBe(before?.rating);
        expect(width(after) / width(before)).toBeCloseTo(1 + index, 9);
      });
    }),
  );
});

test("rows are in code-unit order where nothing else decides", () => {
  const board = computeBoard({ entrants: ["b", "ä", "a-1", "a", "B"], tallies: [], seed: 0 });
  expect(board.matrix.order).toEqual(["B", "a", "a-1", "b", "ä"]);
});

test("refuses a slug named twice and a tally of nobody", () => {
  expect(() => computeBoard({ entrants: ["a", "a"], tallies: [], seed: 0 })).toThrow(RangeError);
  expect(() => boardOf(1, pair({ ties: 1 }))).toThrow(RangeError);
});
