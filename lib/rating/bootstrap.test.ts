import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeBoard } from "./board";
import { bootstrapRatings } from "./bootstrap";
import { findRated } from "./connectivity";
import { anyTallies } from "./fixtures/arbitraries";
import { springallFlavours, tableTallies, wildVision } from "./fixtures/published-tables";
import { pairColumns } from "./pair-columns";
import { isStronglyConnected } from "./strongly-connected";
import { toPairCells } from "./tally";

const springall = {
  entrants: springallFlavours.entrants,
  tallies: tableTallies(springallFlavours),
};

test("its intervals agree with the plain sandwich", () => {
  const bootstrap = bootstrapRatings({ ...springall, seed: 3 });
  const board = computeBoard({ ...springall, seed: 3 });
  expect(bootstrap).toMatchObject({ seed: 3, rounds: 1000, dropped: 0 });
  for (const { slug, lower, median, upper } of bootstrap.entrants) {
    const row = board.entrants.find((entrant) => entrant.slug === slug);
    const width = (row?.upper ?? 0) - (row?.lower ?? 0);
    expect(((upper ?? 0) - (lower ?? 0)) / width).toBeGreaterThan(0.88);
    expect(((upper ?? 0) - (lower ?? 0)) / width).toBeLessThan(1.15);
    expect(Math.abs((median ?? 0) - (row?.rating ?? 0))).toBeLessThan(0.1 * width);
  }
});

test("the seed decides every digit, the order of entrants and tallies none", () => {
  const run = (seed: number) => bootstrapRatings({ ...springall, seed, rounds: 50 });
  expect(run(1)).toStrictEqual(run(1));
  expect(run(1)).not.toStrictEqual(run(2));
  const last = springall.entrants.length - 1;
  const mirrored = bootstrapRatings({
    entrants: springall.entrants.toReversed(),
    tallies: springall.tallies
      .map((tally) => ({ ...tally, left: last - tally.left, right: last - tally.right }))
      .reverse(),
    seed: 1,
    rounds: 50,
  });
  expect(mirrored).toStrictEqual(run(1));
});

test("says how many rounds fell apart, and rates only who is rated", () => {
  const { entrants, dropped } = bootstrapRatings({
    entrants: wildVision.entrants,
    tallies: tableTallies(wildVision),
    seed: 1,
  });
  expect(dropped).toBeGreaterThan(100);
  expect(dropped).toBeLessThan(1000);
  const unrated = entrants.filter(({ lower }) => lower === null);
  expect(unrated.map(({ slug }) => slug)).toEqual(["LLaVA-NeXT-Video-7B"]);
});

describe("graphs of every kind", () => {
  test("finite or null", () => {
    fc.assert(
      fc.property(anyTallies, ({ size, tallies }) => {
        const entrants = Array.from({ length: size }, (_, index) => `e${index}`);
        const bootstrap = bootstrapRatings({ entrants, tallies, seed: 1, rounds: 20 });
        expect(JSON.parse(JSON.stringify(bootstrap))).toEqual(bootstrap);
      }),
    );
  });

  test("the quick test of connectedness agrees with the slow one", () => {
    fc.assert(
      fc.property(anyTallies, ({ size, tallies }) => {
        const cells = toPairCells(size, tallies);
        const { rated } = findRated(size, cells);
        const all = size === 1 || rated.length === size;
        expect(isStronglyConnected(pairColumns(size, cells))).toBe(all);
      }),
      { numRuns: 300 },
    );
  });
});
