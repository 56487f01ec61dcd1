import { fitBradleyTerry } from "./bradley-terry";
import { canonicalVotes, type VoteCounts } from "./canonical-votes";
import { type ClusterMeat, foldClusterMeat, type TwoWayMeat } from "./cluster-meat";
import { clipEigenvalues } from "./jacobi";
import { entryOf, type Matrix, weightedSum } from "./matrix";
import { type Outcome, pointsOfLeft } from "./outcome";
import { invertInformation, plainMeat, sandwich } from "./sandwich";
import { restrictCells } from "./tally";

/**
 * Covariance (logits²) clustered two ways: votes may depend on each other through their voter and
 * through their prompt.
 *   V = H⁻¹·(c_V·M_V + c_P·M_P − c_VP·M_VP)·H⁻¹,   c_k = G_k / (G_k − 1) for G_k clusters
 * made positive semi-definite by setting negative eigenvalues to 0. A way with fewer than two clusters
 * is left out; null when that is both. Too small with few clusters: from about 40 each way on it can
 * be trusted.
 * Source: Cameron, Gelbach and Miller (2011), Robust inference with multiway clustering.
 */
export function clusteredCovariance(inverse: Matrix, meats: TwoWayMeat): Matrix | null {
  const term = (sign: number, { clusters, meat }: ClusterMeat): [number, Matrix] => [
    (sign * clusters) / (clusters - 1),
    meat,
  ];
  const byVoter = meats.voter.clusters >= 2;
  const byPrompt = meats.prompt.clusters >= 2;
  if (!byVoter && !byPrompt) return null;
  const terms = [
    ...(byVoter ? [term(1, meats.voter)] : []),
    ...(byPrompt ? [term(1, meats.prompt)] : []),
    ...(byVoter && byPrompt ? [term(-1, meats.both)] : []),
  ];
  return clipEigenvalues(sandwich(inverse, weightedSum(inverse.size, terms)));
}

/** One vote of the ledger; entrants by the caller's index, voters and prompts by any numbering. */
export type ClusteredVote = {
  voter: number;
  prompt: number;
  left: number;
  right: number;
  outcome: Outcome;
};

export type Inflation = {
  /** By the caller's index: clustered over plain standard error, at least 1; 1 if not rated. */
  inflation: number[];
  /** Clusters among the votes that count: both entrants rated. */
  voters: number;
  prompts: number;
  /** The slugs rated, and the clustered covariance (logits²) in that order; null without clusters. */
  rated: string[];
  covariance: Matrix | null;
};

/**
 * The second pass of a full recompute: tallies of the first pass in, then every vote of theirs, those
 * of one voter together (see `foldClusterMeat`). `finish` says by how much each entrant's plain
 * interval is too narrow. Never below 1: with few clusters the clustered error comes out too small (for
 * a single voter exactly 0), and no arrangement of clusters makes votes worth more than independent.
 */
export function foldInflation(counts: VoteCounts): {
  add(vote: ClusteredVote): void;
  finish(): Inflation;
} {
  const { size, slugs, callerIndex, position, cells: allCells, rated } = canonicalVotes(counts);
  const cells = restrictCells(allCells, rated);
  const { logits } = fitBradleyTerry(rated.length, cells);
  const ratedPosition = new Int32Array(size).fill(-1);
  rated.forEach((index, place) => {
    ratedPosition[callerIndex[index] ?? 0] = place;
  });
  const fold = foldClusterMeat(logits);
  return {
    add({ voter, prompt, left, right, outcome }) {
      const first = ratedPosition[left] ?? -1;
      const second = ratedPosition[right] ?? -1;
      if (first < 0 || second < 0) return;
      fold.add({ voter, prompt, left: first, right: second, points: pointsOfLeft(outcome) });
    },
    finish() {
      const meats = fold.finish();
      const inflation = position.map(() => 1);
      const voters = meats.voter.clusters;
      const prompts = meats.prompt.clusters;
      const names = rated.map((index) => slugs[index] ?? "");
      if (rated.length === 0) return { inflation, voters, prompts, rated: names, covariance: null };
      const inverse = invertInformation(rated.length, cells, logits);
      const plain = sandwich(inverse, plainMeat(rated.length, cells, logits));
      const covariance = clusteredCovariance(inverse, meats);
      rated.forEach((index, place) => {
        const clustered = covariance ? entryOf(covariance, place, place) : 0;
        const alone = entryOf(plain, place, place);
        if (clustered > alone && alone > 0) {
          inflation[callerIndex[index] ?? 0] = Math.sqrt(clustered / alone);
        }
      });
      return { inflation, voters, prompts, rated: names, covariance };
    },
  };
}
