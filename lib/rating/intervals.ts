import { entryOf, type Matrix } from "./matrix";
import { NORMAL_QUANTILE_95, POINTS_PER_LOGIT, toRating } from "./scale";

/** A rating or a difference of ratings with its 95 % interval, all in Elo points. */
export type Interval = { estimate: number; standardError: number; lower: number; upper: number };

/** Ratings with 95 % intervals from centred strengths (logits) and their covariance (logits²). */
export function ratingIntervals(logits: Float64Array, covariance: Matrix): Interval[] {
  return Array.from(logits, (logit, index) =>
    around(toRating(logit), POINTS_PER_LOGIT * root(entryOf(covariance, index, index))),
  );
}

/**
 * Rating of `a` less rating of `b`: Var(θ_a − θ_b) = V_aa + V_bb − 2V_ab. Two entrants' intervals may
 * overlap while this one excludes 0, because centred ratings are correlated.
 */
export function differenceInterval(
  logits: Float64Array,
  covariance: Matrix,
  a: number,
  b: number,
): Interval {
  const gap = (logits[a] ?? 0) - (logits[b] ?? 0);
  const variance =
    entryOf(covariance, a, a) + entryOf(covariance, b, b) - 2 * entryOf(covariance, a, b);
  return around(POINTS_PER_LOGIT * gap, POINTS_PER_LOGIT * root(variance));
}

function around(estimate: number, standardError: number): Interval {
  const margin = NORMAL_QUANTILE_95 * standardError;
  return { estimate, standardError, lower: estimate - margin, upper: estimate + margin };
}

/** Rounding may leave a variance of zero a hair below it. */
function root(variance: number): number {
  return Math.sqrt(Math.max(0, variance));
}
