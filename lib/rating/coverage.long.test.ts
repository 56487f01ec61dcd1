import { describe, expect, test } from "vitest";
import { fitBradleyTerry } from "./bradley-terry";
import { foldInflation } from "./clustered";
import { COVERAGE, COVERAGE_ARENA, COVERAGE_WORLDS, TIE_SLOPES } from "./coverage-results";
import { fitDavidson } from "./davidson";
import { talliesOf } from "./fixtures/clustered-votes";
import { estimand, simulateWorld, type WorldSettings } from "./fixtures/simulated-world";
import { entryOf, type Matrix } from "./matrix";
import { plainCovariance } from "./sandwich";
import { NORMAL_QUANTILE_95 } from "./scale";
import { toPairCells } from "./tally";
import { inflate } from "./variance-floor";

/** Independent votes, neighbours against neighbours. */
const PLAIN_WORLD: WorldSettings = {
  entrants: COVERAGE_ARENA.entrants,
  votes: COVERAGE_ARENA.votes,
  tieParameter: COVERAGE_ARENA.tieParameter,
  strengthSd: COVERAGE_ARENA.strengthSd,
  pairs: "adjacent",
  tasteSd: 0,
  votesPerVoter: [10, 10],
  promptSd: 0,
  prompts: 212,
};
const TASTE = { tasteSd: COVERAGE_ARENA.tasteSd };
const PROMPTS = { promptSd: COVERAGE_ARENA.promptSd };
const ONE_TO_HUNDRED: Pick<WorldSettings, "votesPerVoter"> = { votesPerVoter: [1, 100] };
const HUNDRED: Pick<WorldSettings, "votesPerVoter"> = { votesPerVoter: [100, 100] };

/** By the name of the setting in the published table. */
const CHANGES: Record<string, Partial<WorldSettings>> = {
  "independent votes": {},
  "taste, 1 vote a voter": { ...TASTE, votesPerVoter: [1, 1] },
  "taste, 10 votes a voter": TASTE,
  "taste, 100 votes a voter": { ...TASTE, ...HUNDRED },
  "taste, 1 to 100 votes a voter": { ...TASTE, ...ONE_TO_HUNDRED },
  "212 prompts": PROMPTS,
  "212 prompts, 20,000 votes": { ...PROMPTS, votes: 20_000 },
  "taste, 1 to 100 votes a voter, 212 prompts": { ...TASTE, ...PROMPTS, ...ONE_TO_HUNDRED },
  "taste, 100 votes a voter, 212 prompts": { ...TASTE, ...PROMPTS, ...HUNDRED },
  "12 prompts": { ...PROMPTS, prompts: 12 },
  "taste, 1 to 100 votes a voter, 12 prompts": {
    ...TASTE,
    ...PROMPTS,
    ...ONE_TO_HUNDRED,
    prompts: 12,
  },
};

type Hits = ReturnType<typeof hits>;

/**
 * Shares of entrants, and of pairs, whose 95 % interval holds the truth, in %, and the standard error of the first:
 * worlds are independent, the entrants of one world are not.
 */
function coverageOf(worlds: Hits[]): { ratings: number; differences: number; error: number } {
  const shares = worlds.map(({ covered }) => percent(covered));
  return {
    ratings: mean(shares),
    differences: mean(worlds.map(({ coveredPairs }) => percent(coveredPairs))),
    error: standardError(shares),
  };
}

function percent(list: boolean[]): number {
  return (100 * list.filter(Boolean).length) / list.length;
}

function mean(values: number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function standardError(values: number[]): number {
  const centre = mean(values);
  const squares = values.reduce((sum, value) => sum + (value - centre) ** 2, 0);
  return Math.sqrt(squares / (values.length - 1) / values.length);
}

/** The published figure is the one found: within its Monte-Carlo error and half a unit of its last digit. */
function expectPublished(published: number, found: number, error: number, unit: number): void {
  expect(Math.abs(published - found)).toBeLessThanOrEqual(error + unit / 2);
}

function hits(error: Float64Array, covariance: Matrix) {
  const covered: boolean[] = [];
  const coveredPairs: boolean[] = [];
  const isWithin = (miss: number, variance: number) =>
    Math.abs(miss) <= NORMAL_QUANTILE_95 * Math.sqrt(Math.max(0, variance));
  error.forEach((miss, a) => {
    const own = entryOf(covariance, a, a);
    covered.push(isWithin(miss, own));
    for (let b = 0; b < a; b++) {
      const variance = own + entryOf(covariance, b, b) - 2 * entryOf(covariance, a, b);
      coveredPairs.push(isWithin(miss - (error[b] ?? 0), variance));
    }
  });
  return { covered, coveredPairs };
}

describe("95 % intervals in simulated arenas", () => {
  const table: Record<string, Record<string, string>> = {};

  test.each(COVERAGE)("$setting", (published) => {
    const changes = CHANGES[published.setting];
    expect(changes).toBeDefined();
    const settings = { ...PLAIN_WORLD, ...changes };
    const { entrants: size } = settings;
    // Two digits, so that the order of the slugs is the order of the indices.
    const entrants = Array.from({ length: size }, (_, index) => `entrant-${10 + index}`);
    const plain: Hits[] = [];
    const onBoard: Hits[] = [];
    const clustered: Hits[] = [];
    for (let world = 0; world < COVERAGE_WORLDS; world++) {
      const { strengths, votes } = simulateWorld(settings, COVERAGE_ARENA.firstSeed + world);
      const tallies = talliesOf(votes);
      const cells = toPairCells(size, tallies);
      const { logits } = fitBradleyTerry(size, cells);
      const truth = estimand(settings, strengths);
      const error = logits.map((logit, index) => logit - (truth[index] ?? 0));
      const fold = foldInflation({ entrants, tallies });
      for (const vote of votes) fold.add(vote);
      const { inflation, covariance } = fold.finish();
      const independent = plainCovariance(size, cells, logits);
      plain.push(hits(error, independent));
      onBoard.push(hits(error, inflate(independent, inflation)));
      if (covariance) clustered.push(hits(error, covariance));
    }
    const found = {
      plain: coverageOf(plain),
      clustered: coverageOf(clustered),
      onBoard: coverageOf(onBoard),
    };
    const print = ({ ratings, differences }: ReturnType<typeof coverageOf>) =>
      `${ratings.toFixed(1)} (${differences.toFixed(1)})`;
    table[published.setting] = {
      plain: print(found.plain),
      "two-way clustered": print(found.clustered),
      "on the board": print(found.onBoard),
    };
    for (const column of ["plain", "clustered", "onBoard"] as const) {
      expectPublished(published[column], found[column].ratings, found[column].error, 0.1);
    }
    if (published.isClusteredEnough) {
      for (const covered of [found.clustered.ratings, found.onBoard.ratings]) {
        expect(covered).toBeGreaterThan(92);
        expect(covered).toBeLessThan(97);
      }
    }
  });

  test("the table", () => {
    const heading = `Coverage in %, of ratings (of pairwise differences), ${COVERAGE_WORLDS} worlds`;
    process.stdout.write(`${heading}\n`);
    for (const [name, row] of Object.entries(table)) {
      const cells = Object.entries(row).map(([column, value]) => `${column} ${value}`);
      process.stdout.write(`  ${name.padEnd(43)} ${cells.join("   ")}\n`);
    }
    expect(Object.keys(table)).toEqual(Object.keys(CHANGES));
  });
});

test("ties: Davidson keeps the scale of the truth, half a win each shrinks it", () => {
  // The same ν gives 16 % ties where anyone may meet anyone.
  const { strengthSd, firstSeed } = TIE_SLOPES;
  const settings: WorldSettings = { ...PLAIN_WORLD, pairs: "any", strengthSd };
  const slopes: Record<"davidson" | "halfWins" | "ties" | "tieParameter", number[]> = {
    davidson: [],
    halfWins: [],
    ties: [],
    tieParameter: [],
  };
  for (let world = 0; world < COVERAGE_WORLDS; world++) {
    const { strengths, votes } = simulateWorld(settings, firstSeed + world);
    const cells = toPairCells(settings.entrants, talliesOf(votes));
    const davidson = fitDavidson(settings.entrants, cells);
    expect(davidson).not.toBeNull();
    if (!davidson) return;
    const { logits } = fitBradleyTerry(settings.entrants, cells);
    slopes.davidson.push(slope(strengths, davidson.logits));
    slopes.halfWins.push(slope(strengths, logits));
    slopes.tieParameter.push(davidson.tieParameter.estimate);
    slopes.ties.push(votes.filter(({ outcome }) => outcome === "tie").length / votes.length);
  }
  for (const name of ["davidson", "halfWins", "ties", "tieParameter"] as const) {
    const found = mean(slopes[name]);
    process.stdout.write(`${name} ${found.toFixed(4)}\n`);
    expectPublished(TIE_SLOPES[name], found, standardError(slopes[name]), 0.001);
  }
  expect(mean(slopes.davidson)).toBeGreaterThan(0.98);
  expect(mean(slopes.davidson)).toBeLessThan(1.02);
  expect(mean(slopes.halfWins)).toBeGreaterThan(0.75);
  expect(mean(slopes.halfWins)).toBeLessThan(0.85);
});

/** Least-squares slope through the origin: both sides are centred. */
function slope(x: Float64Array, y: Float64Array): number {
  let [xx, xy] = [0, 0];
  x.forEach((value, index) => {
    xx += value * value;
    xy += value * (y[index] ?? 0);
  });
  return xy / xx;
}
