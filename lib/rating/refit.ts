import { centred, fitPairs } from "./bradley-terry";
import { choleskyFactor, solveCholesky } from "./cholesky";
import { fixGauge, informationOf } from "./information";
import type { Matrix } from "./matrix";
import type { PairColumns } from "./pair-columns";

/** As for the full fit: logits. */
const STEP_TOLERANCE = 1e-10;
const MAX_STEPS = 60;
/** Take new second derivatives when a step is not at least this much shorter than the last. */
const SHRINKAGE = 1 / 4;

/**
 * The Bradley–Terry maximum for counts that differ little from those that `start` (logits) was fitted
 * to: Newton's method that keeps its factored second derivatives while the steps still shrink well.
 * The gradient is exact, so the maximum is that of `fitPairs`; only the way there is shorter. The graph
 * must be strongly connected. Where it does not converge, `fitPairs` takes over.
 * Source: Kelley (1995), Iterative methods for linear and nonlinear equations, section 5.4 (Shamanskii).
 */
export function refitPairs(pairs: PairColumns, start: Float64Array): Float64Array {
  const logits = Float64Array.from(start);
  let factor = factorInformation(pairs, logits);
  let previous = Number.POSITIVE_INFINITY;
  for (let steps = 0; factor && steps < MAX_STEPS; steps++) {
    const step = solveCholesky(factor, gradientOf(pairs, logits));
    let length = 0;
    step.forEach((change, index) => {
      logits[index] = (logits[index] ?? 0) + change;
      length = Math.max(length, Math.abs(change));
    });
    if (length <= STEP_TOLERANCE) return centred(logits);
    // A step that grew, or is no number, has left the region where keeping the factor makes sense.
    if (!(length <= Math.max(previous, 1))) break;
    if (length > previous * SHRINKAGE) factor = factorInformation(pairs, logits);
    previous = length;
  }
  return fitPairs(pairs, start).logits;
}

function gradientOf({ size, a, b, n, pointsA }: PairColumns, logits: Float64Array): Float64Array {
  const gradient = new Float64Array(size);
  for (let cell = 0; cell < a.length; cell++) {
    const votes = n[cell] ?? 0;
    if (votes === 0) continue;
    const first = a[cell] ?? 0;
    const second = b[cell] ?? 0;
    const gap = (logits[first] ?? 0) - (logits[second] ?? 0);
    const residual = (pointsA[cell] ?? 0) - votes / (1 + Math.exp(-gap));
    gradient[first] = (gradient[first] ?? 0) + residual;
    gradient[second] = (gradient[second] ?? 0) - residual;
  }
  return gradient;
}

function factorInformation(pairs: PairColumns, logits: Float64Array): Matrix | null {
  const information = informationOf(pairs, logits);
  fixGauge(information);
  return choleskyFactor(information);
}
