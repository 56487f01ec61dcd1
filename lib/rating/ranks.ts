import { normalDraws, seededRandom } from "@/lib/random";
import { factorSemidefinite } from "./cholesky";
import type { Matrix } from "./matrix";

/** How many draws stand behind rank ranges and P(A above B). */
export const RANK_DRAWS = 1000;

/** rank = 1 + entrants whose interval lies wholly above: equals share a rank, none is skipped to. */
export function intervalRanks(intervals: readonly { lower: number; upper: number }[]): number[] {
  return intervals.map(({ upper }) => 1 + intervals.filter((other) => other.lower > upper).length);
}

export type SimulatedRanks = {
  /** For each entrant the 2.5 % and 97.5 % quantiles of its place in the draws, 1 the best. */
  rankRanges: [number, number][];
  /** above[i][j] = share of the draws with i above j, an exact tie ½; null on the diagonal. */
  above: (number | null)[][];
};

/**
 * Places in seeded normal draws θ̂ + F·z with F·Fᵀ = covariance (logits, logits²). The same arguments
 * give the same numbers on every machine.
 */
export function simulateRanks(
  logits: Float64Array,
  covariance: Matrix,
  seed: number,
  draws = RANK_DRAWS,
): SimulatedRanks {
  const size = logits.length;
  const drawn = drawStrengths(logits, covariance, seed, draws);
  // By pair and not by draw: most pairs compare the same way in every draw, which a processor predicts.
  const places = new Int32Array(size * draws).fill(1);
  const halfWins = new Int32Array(size * size);
  for (let a = 0; a < size; a++) {
    for (let b = a + 1; b < size; b++) {
      let ofA = 0;
      for (let draw = 0; draw < draws; draw++) {
        const first = a * draws + draw;
        const second = b * draws + draw;
        const difference = (drawn[first] ?? 0) - (drawn[second] ?? 0);
        if (difference > 0) {
          ofA += 2;
          places[second] = (places[second] ?? 0) + 1;
        } else if (difference < 0) {
          places[first] = (places[first] ?? 0) + 1;
        } else {
          ofA += 1;
        }
      }
      halfWins[a * size + b] = ofA;
      halfWins[b * size + a] = 2 * draws - ofA;
    }
  }
  const entrants = Array.from({ length: size }, (_, index) => index);
  return {
    rankRanges: entrants.map((row) => {
      const own = places.slice(row * draws, (row + 1) * draws).sort();
      return [quantile(own, 0.025), quantile(own, 0.975)];
    }),
    above: entrants.map((row) =>
      entrants.map((column) =>
        row === column ? null : (halfWins[row * size + column] ?? 0) / (2 * draws),
      ),
    ),
  };
}

/** Draw d of entrant i at i·draws + d. */
function drawStrengths(
  logits: Float64Array,
  covariance: Matrix,
  seed: number,
  draws: number,
): Float64Array {
  const size = logits.length;
  const factor = factorSemidefinite(covariance).values;
  const normal = normalDraws(seededRandom(seed));
  const noise = new Float64Array(size * draws);
  for (let index = 0; index < noise.length; index++) noise[index] = normal();
  const drawn = new Float64Array(size * draws);
  for (let row = 0; row < size; row++) {
    const weights = factor.subarray(row * size, (row + 1) * size);
    const width = weights.findLastIndex((weight) => weight !== 0) + 1;
    for (let draw = 0; draw < draws; draw++) {
      let value = logits[row] ?? 0;
      for (let k = 0; k < width; k++) {
        value += (weights[k] ?? 0) * (noise[draw * size + k] ?? 0);
      }
      drawn[row * draws + draw] = value;
    }
  }
  return drawn;
}

/** The smallest of the ascending values that at least this share of them does not exceed. */
function quantile(ascending: Int32Array, share: number): number {
  return ascending[Math.max(0, Math.ceil(share * ascending.length) - 1)] ?? 1;
}
