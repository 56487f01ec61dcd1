import { type Random, seededRandom } from "@/lib/random";
import { drawBinomial } from "./binomial";
import { fitBradleyTerry } from "./bradley-terry";
import { canonicalVotes, type VoteCounts } from "./canonical-votes";
import { type PairColumns, pairColumns } from "./pair-columns";
import { refitPairs } from "./refit";
import { toRating } from "./scale";
import { isStronglyConnected } from "./strongly-connected";
import { type PairCell, restrictCells } from "./tally";

/** The paper's number of rounds. */
export const BOOTSTRAP_ROUNDS = 1000;

/**
 * Logits. Two that end nearer to each other than this have equal strengths that rounding told apart: a fit
 * is exact to 1e-10.
 */
const TIE_TOLERANCE = 1e-8;

/** Quantiles of the resampled ratings, Elo points, and how often each rank came up; null when not rated. */
export type BootstrapRow = {
  slug: string;
  lower: number | null;
  median: number | null;
  upper: number | null;
  /** ranks[r] = rounds that put it on rank r + 1, one for each rated entrant; they add up to the rounds kept. */
  ranks: number[] | null;
};

export type BootstrapInput = VoteCounts & { seed: number; rounds?: number };

export type Bootstrap = {
  seed: number;
  rounds: number;
  /** Rounds left out because their votes did not connect everyone: their maximum is not finite. */
  dropped: number;
  /** By slug. */
  entrants: BootstrapRow[];
};

/**
 * Percentile bootstrap of the ratings: each round draws as many votes as were cast, from the votes that
 * were cast, and fits them anew, exactly. Votes are taken as independent, so these intervals are to be
 * compared with the plain sandwich, not with the clustered one.
 * Source: Efron and Tibshirani (1993); FastChat's compute_bootstrap_bt.
 * @throws RangeError for malformed counts.
 */
export function bootstrapRatings(input: BootstrapInput): Bootstrap {
  const steps = bootstrapInSteps(input);
  for (;;) {
    const { done, value } = steps.next();
    if (done) return value;
  }
}

/**
 * The same, pausing after every round: for whoever has more to do than wait. What it returns depends on the
 * input alone, not on the pauses.
 * @throws RangeError for malformed counts.
 */
export function* bootstrapInSteps(input: BootstrapInput): Generator<undefined, Bootstrap> {
  const { seed, rounds = BOOTSTRAP_ROUNDS } = input;
  const { slugs, cells: allCells, rated } = canonicalVotes(input);
  const cells = restrictCells(allCells, rated);
  const size = rated.length;
  const { logits } = fitBradleyTerry(size, cells);
  const pairs = pairColumns(size, cells);
  const random = seededRandom(seed);
  const samples = Array.from({ length: size }, () => new Float64Array(rounds));
  const ranks = Array.from({ length: size }, () => new Array<number>(size).fill(0));
  let kept = 0;
  for (let round = 0; size > 0 && round < rounds; round++) {
    yield;
    resample(cells, random, pairs);
    if (!isStronglyConnected(pairs)) continue;
    const refit = refitPairs(pairs, logits);
    samples.forEach((values, index) => {
      values[kept] = toRating(refit[index] ?? 0);
    });
    countRanks(refit, ranks);
    kept++;
  }
  const sorted = samples.map((values) => values.subarray(0, kept).sort());
  return {
    seed,
    rounds,
    dropped: size > 0 ? rounds - kept : 0,
    entrants: slugs.map((slug, index) => {
      const place = rated.indexOf(index);
      const values = sorted[place];
      return {
        slug,
        lower: quantile(values, 0.025),
        median: quantile(values, 0.5),
        upper: quantile(values, 0.975),
        ranks: ranks[place] ?? null,
      };
    }),
  };
}

/**
 * Overwrites the counts of `pairs` with a draw from the multinomial over (cell, outcome), by one
 * binomial after another: what one does not take, the next may.
 */
function resample(cells: readonly PairCell[], random: Random, pairs: PairColumns): void {
  let weight = 0;
  for (const cell of cells) weight += cell.n;
  let left = weight;
  const draw = (count: number): number => {
    // The last category takes all that is left, whatever rounding made of the share.
    const drawn = count === 0 ? 0 : drawBinomial(left, Math.min(1, count / weight), random);
    weight -= count;
    left -= drawn;
    return drawn;
  };
  cells.forEach((cell, index) => {
    const winsA = draw(cell.winsA);
    const ties = draw(cell.ties);
    pairs.n[index] = winsA + ties + draw(cell.winsB);
    pairs.pointsA[index] = winsA + ties / 2;
  });
}

/**
 * Counts one round: rank = 1 + entrants that are stronger, so equals share the better rank and the next one is
 * left out.
 */
function countRanks(logits: Float64Array, ranks: number[][]): void {
  ranks.forEach((counts, index) => {
    const bar = (logits[index] ?? 0) + TIE_TOLERANCE;
    let stronger = 0;
    for (let other = 0; other < logits.length; other++) {
      if ((logits[other] ?? 0) > bar) stronger++;
    }
    counts[stronger] = (counts[stronger] ?? 0) + 1;
  });
}

/** Linear interpolation between order statistics, as numpy and pandas do; null of nothing. */
function quantile(ascending: Float64Array | undefined, share: number): number | null {
  if (!ascending || ascending.length === 0) return null;
  const place = share * (ascending.length - 1);
  const below = Math.floor(place);
  const low = ascending[below] ?? 0;
  const high = ascending[Math.min(below + 1, ascending.length - 1)] ?? low;
  return low + (place - below) * (high - low);
}
