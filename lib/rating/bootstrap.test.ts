import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { computeBoard } from "./board";
import { bootstrapInSteps, bootstrapRatings } from "./bootstrap";
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

describe("ranks", () => {
  test("every round kept gives each rated entrant one, and the unrated none", () => {
    const { entrants, rounds, dropped } = bootstrapRatings({
      entrants: wildVision.entrants,
      tallies: tableTallies(wildVision),
      seed: 1,
      rounds: 200,
    });
    const rated = entrants.filter(({ lower }) => lower !== null);
    for (const { ranks, lower } of entrants) {
      if (lower === null) expect(ranks).toBeNull();
      else {
        expect(ranks).toHaveLength(rated.length);
        expect(ranks?.reduce((sum, count) => sum + count, 0)).toBe(rounds - dropped);
      }
    }
    const firsts = rated.reduce((sum, { ranks }) => sum + (ranks?.[0] ?? 0), 0);
    expect(firsts).toBeGreaterThanOrEqual(rounds - dropped);
  });

  test("of two, the one that wins the round is first; even rounds put both there", () => {
    const rounds = 400;
    const { entrants } = bootstrapRatings({
      entrants: ["a", "b"],
      tallies: [{ left: 0, right: 1, leftWins: 2, rightWins: 2, ties: 0, bothBad: 0 }],
      seed: 5,
      rounds,
    });
    const [a, b] = entrants.map(({ ranks }) => ranks ?? []);
    const kept = (a?.[0] ?? 0) + (a?.[1] ?? 0);
    // Of four fair votes 2 : 2 comes up in 6 of 16 rounds; 4 : 0 and 0 : 4 are dropped.
    const even = (a?.[0] ?? 0) + (b?.[0] ?? 0) - kept;
    expect(even / kept).toBeGreaterThan(0.33);
    expect(even / kept).toBeLessThan(0.53);
    expect(a?.[1]).toBe(kept - (a?.[0] ?? 0));
    expect((a?.[1] ?? 0) + (b?.[1] ?? 0) + even).toBe(kept);
  });

  test("equals share the better rank although rounding tells them apart", () => {
    // By symmetry all three are equal in every round that ties alone make.
    const { entrants } = bootstrapRatings({
      entrants: ["a", "b", "c"],
      tallies: [
        { left: 0, right: 1, leftWins: 0, rightWins: 0, ties: 7, bothBad: 0 },
        { left: 1, right: 2, leftWins: 0, rightWins: 0, ties: 9, bothBad: 1 },
      ],
      seed: 2,
      rounds: 50,
    });
    for (const { ranks } of entrants) expect(ranks).toEqual([50, 0, 0]);
  });

  test("pauses after every round, and comes to the same", () => {
    const input = { ...springall, seed: 4, rounds: 30 };
    const steps = bootstrapInSteps(input);
    let pauses = 0;
    for (let step = steps.next(); ; step = steps.next()) {
      if (step.done) {
        expect(step.value).toStrictEqual(bootstrapRatings(input));
        break;
      }
      pauses++;
    }
    expect(pauses).toBe(30);
  });
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
