import { describe, expect, test } from "vitest";
import { fitBradleyTerry } from "./bradley-terry";
import { foldInflation } from "./clustered";
import { fitDavidson } from "./davidson";
import { talliesOf } from "./fixtures/clustered-votes";
import { estimand, simulateWorld, type WorldSettings } from "./fixtures/simulated-world";
import { entryOf, type Matrix } from "./matrix";
import { plainCovariance } from "./sandwich";
import { NORMAL_QUANTILE_95 } from "./scale";
import { toPairCells } from "./tally";
import { inflate } from "./variance-floor";

const WORLDS = 500;
/** Independent votes, 18 % ties, neighbours against neighbours. */
const PLAIN_WORLD: WorldSettings = {
  entrants: 12,
  votes: 4000,
  tieParameter: 0.45,
  strengthSd: 120,
  pairs: "adjacent",
  tasteSd: 0,
  votesPerVoter: [10, 10],
  promptSd: 0,
  prompts: 212,
};
const TASTE = { tasteSd: 100 };
const PROMPTS = { promptSd: 150 };

const SETTINGS: { name: string; changes: Partial<WorldSettings>; isClusteredEnough: boolean }[] = [
  { name: "independent votes", changes: {}, isClusteredEnough: true },
  {
    name: "taste, 1 vote a voter",
    changes: { ...TASTE, votesPerVoter: [1, 1] },
    isClusteredEnough: true,
  },
  { name: "taste, 10 votes a voter", changes: TASTE, isClusteredEnough: true },
  {
    name: "taste, 100 votes a voter",
    changes: { ...TASTE, votesPerVoter: [100, 100] },
    isClusteredEnough: true,
  },
  {
    name: "taste, 1 to 100 votes",
    changes: { ...TASTE, votesPerVoter: [1, 100] },
    isClusteredEnough: true,
  },
  { name: "212 prompts", changes: PROMPTS, isClusteredEnough: true },
  {
    name: "212 prompts, 20,000 votes",
    changes: { ...PROMPTS, votes: 20_000 },
    isClusteredEnough: true,
  },
  {
    name: "taste 1 to 100, 212 prompts",
    changes: { ...TASTE, ...PROMPTS, votesPerVoter: [1, 100] },
    isClusteredEnough: true,
  },
  {
    name: "taste 100, 212 prompts",
    changes: { ...TASTE, ...PROMPTS, votesPerVoter: [100, 100] },
    isClusteredEnough: true,
  },
  { name: "12 prompts", changes: { ...PROMPTS, prompts: 12 }, isClusteredEnough: false },
  {
    name: "taste 1 to 100, 12 prompts",
    changes: { ...TASTE, ...PROMPTS, votesPerVoter: [1, 100], prompts: 12 },
    isClusteredEnough: false,
  },
];

type Coverage = { ratings: number; differences: number };

/** Shares of entrants, and of pairs, whose 95 % interval holds the truth, in %. */
function coverageOf(results: { covered: boolean[]; coveredPairs: boolean[] }[]): Coverage {
  const percent = (list: boolean[]) => (100 * list.filter(Boolean).length) / list.length;
  return {
    ratings: percent(results.flatMap(({ covered }) => covered)),
    differences: percent(results.flatMap(({ coveredPairs }) => coveredPairs)),
  };
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

  test.each(SETTINGS)("$name", ({ name, changes, isClusteredEnough }) => {
    const settings = { ...PLAIN_WORLD, ...changes };
    const { entrants: size } = settings;
    // Two digits, so that the order of the slugs is the order of the indices.
    const entrants = Array.from({ length: size }, (_, index) => `entrant-${10 + index}`);
    const plain: ReturnType<typeof hits>[] = [];
    const board: ReturnType<typeof hits>[] = [];
    const clustered: ReturnType<typeof hits>[] = [];
    for (let world = 0; world < WORLDS; world++) {
      const { strengths, votes } = simulateWorld(settings, 1000 + world);
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
      board.push(hits(error, inflate(independent, inflation)));
      if (covariance) clustered.push(hits(error, covariance));
    }
    const onBoard = coverageOf(board);
    const print = ({ ratings, differences }: Coverage) =>
      `${ratings.toFixed(1)} (${differences.toFixed(1)})`;
    table[name] = {
      plain: print(coverageOf(plain)),
      "two-way clustered": print(coverageOf(clustered)),
      "on the board": print(onBoard),
    };
    if (isClusteredEnough) {
      for (const covered of [coverageOf(clustered).ratings, onBoard.ratings]) {
        expect(covered).toBeGreaterThan(92);
        expect(covered).toBeLessThan(97);
      }
    }
  });

  test("the table", () => {
    process.stdout.write(`Coverage in %, of ratings (of pairwise differences), ${WORLDS} worlds\n`);
    for (const [name, row] of Object.entries(table)) {
      const cells = Object.entries(row).map(([column, value]) => `${column} ${value}`);
      process.stdout.write(`  ${name.padEnd(30)} ${cells.join("   ")}\n`);
    }
    expect(Object.keys(table)).toHaveLength(SETTINGS.length);
  });
});

test("ties: Davidson keeps the scale of the truth, half a win each shrinks it", () => {
  // The same ν gives 16 % ties where anyone may meet anyone.
  const settings: WorldSettings = { ...PLAIN_WORLD, pairs: "any", strengthSd: 160 };
  const slopes = { davidson: 0, halfWins: 0, ties: 0, tieParameter: 0 };
  for (let world = 0; world < WORLDS; world++) {
    const { strengths, votes } = simulateWorld(settings, 9000 + world);
    const cells = toPairCells(settings.entrants, talliesOf(votes));
    const davidson = fitDavidson(settings.entrants, cells);
    expect(davidson).not.toBeNull();
    if (!davidson) return;
    const { logits } = fitBradleyTerry(settings.entrants, cells);
    slopes.davidson += slope(strengths, davidson.logits) / WORLDS;
    slopes.halfWins += slope(strengths, logits) / WORLDS;
    slopes.tieParameter += davidson.tieParameter.estimate / WORLDS;
    slopes.ties += votes.filter(({ outcome }) => outcome === "tie").length / votes.length / WORLDS;
  }
  process.stdout.write(`Slope of estimated on true strengths ${JSON.stringify(slopes)}\n`);
  expect(slopes.davidson).toBeGreaterThan(0.98);
  expect(slopes.davidson).toBeLessThan(1.02);
  expect(slopes.halfWins).toBeGreaterThan(0.75);
  expect(slopes.halfWins).toBeLessThan(0.85);
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
