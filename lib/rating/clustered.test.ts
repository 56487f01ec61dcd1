import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitBradleyTerry } from "./bradley-terry";
import { foldClusterMeat } from "./cluster-meat";
import { type ClusteredVote, clusteredCovariance, foldInflation } from "./clustered";
import { clusteredVotes, talliesOf } from "./fixtures/clustered-votes";
import { tableTallies, wildVision } from "./fixtures/published-tables";
import { sigmoid } from "./logistic";
import { entryOf, type Matrix, zeroMatrix } from "./matrix";
import { pointsOfLeft } from "./outcome";
import { invertInformation, plainMeat } from "./sandwich";
import { toPairCells } from "./tally";

const slugs = (size: number) => Array.from({ length: size }, (_, index) => `entrant-${index}`);

function meatsOf(logits: Float64Array, votes: readonly ClusteredVote[]) {
  const fold = foldClusterMeat(logits);
  for (const vote of votes) fold.add({ ...vote, points: pointsOfLeft(vote.outcome) });
  return fold.finish();
}

function inflationOf(size: number, votes: readonly ClusteredVote[]) {
  const fold = foldInflation({ entrants: slugs(size), tallies: talliesOf(votes) });
  for (const vote of votes) fold.add(vote);
  return fold.finish();
}

/** Σ over pairs of votes that share a cluster of score·scoreᵀ: the definition, slowly. */
function slowMeat(
  logits: Float64Array,
  votes: readonly ClusteredVote[],
  cluster: (vote: ClusteredVote) => string,
): Matrix {
  const size = logits.length;
  const meat = zeroMatrix(size);
  const sums = new Map<string, number[]>();
  for (const vote of votes) {
    const gap = (logits[vote.left] ?? 0) - (logits[vote.right] ?? 0);
    const score = pointsOfLeft(vote.outcome) - sigmoid(gap);
    const sum = sums.get(cluster(vote)) ?? new Array<number>(size).fill(0);
    sum[vote.left] = (sum[vote.left] ?? 0) + score;
    sum[vote.right] = (sum[vote.right] ?? 0) - score;
    sums.set(cluster(vote), sum);
  }
  for (const sum of sums.values()) {
    sum.forEach((x, row) => {
      sum.forEach((y, column) => {
        const index = row * size + column;
        meat.values[index] = (meat.values[index] ?? 0) + x * y;
      });
    });
  }
  return meat;
}

function expectClose(actual: Matrix, expected: Matrix, tolerance: number): void {
  actual.values.forEach((value, index) => {
    expect(Math.abs(value - (expected.values[index] ?? 0))).toBeLessThan(tolerance);
  });
}

describe("foldClusterMeat", () => {
  test("is the sum over clusters of summed scores", () => {
    fc.assert(
      fc.property(clusteredVotes, ({ size, tallies, votes }) => {
        const { logits } = fitBradleyTerry(size, toPairCells(size, tallies));
        const { voter, prompt, both } = meatsOf(logits, votes);
        expectClose(
          voter.meat,
          slowMeat(logits, votes, (vote) => `${vote.voter}`),
          1e-5,
        );
        expectClose(
          prompt.meat,
          slowMeat(logits, votes, (vote) => `${vote.prompt}`),
          1e-5,
        );
        const cell = (vote: ClusteredVote) => `${vote.voter} ${vote.prompt}`;
        expectClose(both.meat, slowMeat(logits, votes, cell), 1e-5);
        expect(voter.clusters).toBe(new Set(votes.map((vote) => vote.voter)).size);
        expect(prompt.clusters).toBe(new Set(votes.map((vote) => vote.prompt)).size);
        expect(both.clusters).toBe(new Set(votes.map(cell)).size);
      }),
      { numRuns: 50 },
    );
  });

  test("a cluster of its own for every vote is the plain meat", () => {
    fc.assert(
      fc.property(clusteredVotes, ({ size, tallies, votes }) => {
        const cells = toPairCells(size, tallies);
        const { logits } = fitBradleyTerry(size, cells);
        const alone = votes.map((vote, index) => ({ ...vote, voter: index, prompt: index }));
        const { voter, prompt, both } = meatsOf(logits, alone);
        for (const { meat } of [voter, prompt, both]) {
          expectClose(meat, plainMeat(size, cells, logits), 1e-7);
        }
      }),
      { numRuns: 50 },
    );
  });

  test("the order of voters and of votes within one, and the sides, change no bit", () => {
    fc.assert(
      fc.property(
        clusteredVotes.chain((world) =>
          fc.record({
            world: fc.constant(world),
            shuffled: fc.shuffledSubarray(world.votes, { minLength: world.votes.length }),
            voters: fc.shuffledSubarray([0, 1, 2, 3, 4, 5, 6], { minLength: 7 }),
            flip: fc.boolean(),
          }),
        ),
        ({ world: { size, tallies, votes }, shuffled, voters, flip }) => {
          const { logits } = fitBradleyTerry(size, toPairCells(size, tallies));
          const regrouped = shuffled
            .map((vote) => ({ ...vote, voter: voters[vote.voter] ?? 0 }))
            .sort((x, y) => x.voter - y.voter)
            .map((vote) => (flip ? otherWayRound(vote) : vote));
          expect(meatsOf(logits, regrouped)).toStrictEqual(meatsOf(logits, votes));
        },
      ),
      { numRuns: 50 },
    );
  });

  test("numbers of prompts may come late and high", () => {
    const vote = { left: 0, right: 1, points: 1 };
    const fold = foldClusterMeat(Float64Array.of(0, 0));
    fold.add({ ...vote, voter: 0, prompt: 5000 });
    fold.add({ ...vote, voter: 0, prompt: 3 });
    fold.add({ ...vote, voter: 1, prompt: 70_000 });
    const { voter, prompt, both } = fold.finish();
    expect([voter.clusters, prompt.clusters, both.clusters]).toEqual([2, 3, 3]);
    expect(entryOf(voter.meat, 0, 0)).toBe(1 + 0.25);
    expect(entryOf(both.meat, 0, 1)).toBe(-0.75);
  });
});

function otherWayRound(vote: ClusteredVote): ClusteredVote {
  const { left, right, outcome } = vote;
  const mirrored = outcome === "left" ? "right" : outcome === "right" ? "left" : outcome;
  return { ...vote, left: right, right: left, outcome: mirrored };
}

describe("clusteredCovariance", () => {
  test("is positive semi-definite, also where the formula alone is not", () => {
    fc.assert(
      fc.property(clusteredVotes, ({ size, tallies, votes }) => {
        const cells = toPairCells(size, tallies);
        const { logits } = fitBradleyTerry(size, cells);
        const inverse = invertInformation(size, cells, logits);
        const covariance = clusteredCovariance(inverse, meatsOf(logits, votes));
        if (!covariance) return;
        for (let a = 0; a < size; a++) {
          for (let b = 0; b < size; b++) {
            const ofDifference =
              entryOf(covariance, a, a) + entryOf(covariance, b, b) - 2 * entryOf(covariance, a, b);
            expect(ofDifference).toBeGreaterThan(-1e-12);
          }
        }
      }),
    );
  });

  test("k copies of every vote by the same voters leave the intervals as they were", () => {
    fc.assert(
      fc.property(clusteredVotes, fc.integer({ min: 2, max: 5 }), ({ size, votes }, k) => {
        const copies = votes.flatMap((vote) => Array.from({ length: k }, () => vote));
        const once = inflationOf(size, votes).covariance;
        const often = inflationOf(size, copies).covariance;
        expect(often === null).toBe(once === null);
        if (once && often) expectClose(often, once, 1e-7);
      }),
      { numRuns: 50 },
    );
  });

  test("a way with a single cluster is left out", () => {
    const votes = [0, 1, 2, 3].flatMap((voter): ClusteredVote[] => [
      { voter, prompt: 0, left: 0, right: 1, outcome: voter % 2 ? "left" : "right" },
      { voter, prompt: 0, left: 0, right: 1, outcome: voter % 3 ? "left" : "right" },
    ]);
    const oneWay = inflationOf(2, votes);
    const asPrompts = inflationOf(
      2,
      votes.map((vote) => ({ ...vote, voter: 0, prompt: vote.voter })),
    );
    expect(oneWay).toMatchObject({ voters: 4, prompts: 1 });
    expect(asPrompts).toMatchObject({ voters: 1, prompts: 4 });
    expect(asPrompts.covariance).toStrictEqual(oneWay.covariance);
    const neither = inflationOf(
      2,
      votes.map((vote) => ({ ...vote, voter: 0 })),
    );
    expect(neither).toMatchObject({ inflation: [1, 1], covariance: null });
  });
});

describe("foldInflation", () => {
  test("voters who always say the same widen the intervals of whom they say it about", () => {
    // 20 voters, 10 votes each, all ten alike: as good as 20 votes, with G/(G − 1) on top.
    const votes = Array.from({ length: 200 }, (_, index): ClusteredVote => {
      const voter = Math.floor(index / 10);
      return { voter, prompt: 0, left: 0, right: 1, outcome: voter % 2 ? "left" : "right" };
    });
    const { inflation, voters } = inflationOf(2, votes);
    expect(voters).toBe(20);
    for (const factor of inflation) expect(factor).toBeCloseTo(Math.sqrt((10 * 20) / 19), 7);
  });

  test("never makes intervals narrower, and is 1 where nobody is rated", () => {
    fc.assert(
      fc.property(clusteredVotes, ({ size, votes }) => {
        for (const factor of inflationOf(size, votes).inflation) {
          expect(factor).toBeGreaterThanOrEqual(1);
          expect(Number.isFinite(factor)).toBe(true);
        }
      }),
      { numRuns: 50 },
    );
    const win = { voter: 0, prompt: 0, left: 0, right: 1, outcome: "left" } as const;
    expect(inflationOf(2, [win])).toMatchObject({ inflation: [1, 1], rated: [], voters: 0 });
    expect(foldInflation({ entrants: [], tallies: [] }).finish().inflation).toEqual([]);
  });

  test("speaks of entrants in the caller's order", () => {
    const fold = (entrants: string[], flip: boolean) => {
      const votes = Array.from({ length: 90 }, (_, index): ClusteredVote => {
        const voter = Math.floor(index / 9);
        const [a = 0, b = 0] =
          [
            [0, 1],
            [1, 2],
            [0, 2],
          ][index % 3] ?? [];
        const of = (entrant: number) => (flip ? 2 - entrant : entrant);
        const outcome = (voter * (a + 1)) % 3 ? "left" : "right";
        return { voter, prompt: index % 7, left: of(a), right: of(b), outcome };
      });
      const inflation = foldInflation({ entrants, tallies: talliesOf(votes) });
      for (const vote of votes) inflation.add(vote);
      return inflation.finish();
    };
    const forwards = fold(["x", "y", "z"], false);
    const backwards = fold(["z", "y", "x"], true);
    expect(backwards.inflation.toReversed()).toStrictEqual(forwards.inflation);
    expect(backwards.covariance).toStrictEqual(forwards.covariance);
  });

  test("counts only votes between rated entrants", () => {
    const entrants = wildVision.entrants;
    const fold = foldInflation({ entrants, tallies: tableTallies(wildVision) });
    const undefeated = entrants.indexOf("LLaVA-NeXT-Video-7B");
    fold.add({ voter: 1, prompt: 1, left: undefeated, right: 0, outcome: "left" });
    fold.add({ voter: 2, prompt: 1, left: 0, right: 1, outcome: "left" });
    const { voters, prompts, rated } = fold.finish();
    expect([voters, prompts, rated.length]).toEqual([1, 1, 9]);
  });
});
