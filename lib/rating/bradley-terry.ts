import { findRated } from "./connectivity";
import { fixGauge } from "./information";
import { softplus } from "./logistic";
import { addPair, type Matrix } from "./matrix";
import { maximise } from "./newton";
import { type PairColumns, pairColumns } from "./pair-columns";
import type { PairCell } from "./tally";

/** Strengths in logits, centred on mean 0, and how they were found. */
export type BradleyTerryFit = { logits: Float64Array; iterations: number; logLikelihood: number };

/**
 * Bradley–Terry maximum likelihood: P(a beats b) = σ(θ_a − θ_b), and a tie is half a win each.
 *   ℓ(θ) = Σ_cells pointsA·ln σ(d) + pointsB·ln σ(−d),  d = θ_a − θ_b
 * The cells must form one strongly connected graph over 0..size−1 (see `findRated`): only then is the
 * maximum finite. `start` (logits) shortens the way; the maximum does not depend on it.
 * @throws RangeError when the graph is not strongly connected.
 * Source: Bradley and Terry (1952); Hunter (2004), MM algorithms for generalized Bradley–Terry models.
 */
export function fitBradleyTerry(
  size: number,
  cells: readonly PairCell[],
  start?: Float64Array,
): BradleyTerryFit {
  if (size > 1 && findRated(size, cells).rated.length < size) {
    throw new RangeError("Not every entrant can be rated: the maximum is not finite.");
  }
  return fitPairs(pairColumns(size, cells), start ?? new Float64Array(size));
}

/** {@link fitBradleyTerry} on columns, for callers that know the graph to be strongly connected. */
export function fitPairs(pairs: PairColumns, start: Float64Array): BradleyTerryFit {
  const { size } = pairs;
  if (size < 2) return { logits: new Float64Array(size), iterations: 0, logLikelihood: 0 };
  const maximum = maximise(
    {
      size,
      evaluate: (logits, gradient, information) => evaluate(pairs, logits, gradient, information),
      reach: (step) => largestGap(pairs, step),
    },
    start,
  );
  return {
    logits: centred(maximum.parameters),
    iterations: maximum.iterations,
    logLikelihood: maximum.logLikelihood,
  };
}

/** The values less their mean. */
export function centred(values: Float64Array): Float64Array {
  let sum = 0;
  for (const value of values) sum += value;
  const mean = sum / values.length;
  return values.map((value) => value - mean);
}

function largestGap({ a, b }: PairColumns, strengths: Float64Array): number {
  let largest = 0;
  for (let cell = 0; cell < a.length; cell++) {
    const gap = (strengths[a[cell] ?? 0] ?? 0) - (strengths[b[cell] ?? 0] ?? 0);
    largest = Math.max(largest, Math.abs(gap));
  }
  return largest;
}

function evaluate(
  { a, b, n, pointsA }: PairColumns,
  logits: Float64Array,
  gradient: Float64Array,
  information: Matrix,
): number {
  gradient.fill(0);
  information.values.fill(0);
  let logLikelihood = 0;
  for (let cell = 0; cell < a.length; cell++) {
    const first = a[cell] ?? 0;
    const second = b[cell] ?? 0;
    const votes = n[cell] ?? 0;
    const points = pointsA[cell] ?? 0;
    const gap = (logits[first] ?? 0) - (logits[second] ?? 0);
    const shrunk = Math.exp(-Math.abs(gap));
    const small = shrunk / (1 + shrunk);
    const probability = gap >= 0 ? 1 - small : small;
    // As a sum of logarithms of probabilities, so that nothing large cancels.
    logLikelihood -= points * softplus(-gap) + (votes - points) * softplus(gap);
    const residual = points - votes * probability;
    gradient[first] = (gradient[first] ?? 0) + residual;
    gradient[second] = (gradient[second] ?? 0) - residual;
    addPair(information, first, second, (votes * small) / (1 + shrunk));
  }
  fixGauge(information);
  return logLikelihood;
}
