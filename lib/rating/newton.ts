import { choleskyFactor, solveCholesky } from "./cholesky";
import { addToEntry, type Matrix, zeroMatrix } from "./matrix";

/** A log-likelihood in `size` parameters. */
export type Objective = {
  size: number;
  /**
   * Overwrites `gradient` and `information` (the negative second derivatives, made positive definite
   * by fixing the gauge) with their values at `parameters`, and returns the log-likelihood there.
   */
  evaluate(parameters: Float64Array, gradient: Float64Array, information: Matrix): number;
  /** The most that a step changes any of the sums of parameters that probabilities depend on. */
  reach(step: Float64Array): number;
};

export type Maximum = { parameters: Float64Array; iterations: number; logLikelihood: number };

/** The last Newton step, in logits, bounds the error left after it: convergence is quadratic. */
const STEP_TOLERANCE = 1e-10;
/**
 * Where votes hardly tell two groups apart, rounding alone makes steps longer than that. A step that no
 * longer shrinks ends the search when it is this small a part of a standard error (squared).
 */
const ROUNDING_DECREMENT = 1e-10;
/**
 * Within this distance, in logits, second derivatives change by a tenth or so, and a full step is
 * sure to bring the maximum nearer, also where rounding hides what it does to the likelihood.
 */
const SAFE_STEP = 0.1;
/**
 * No probability's logit moves further than this at once: where all is flat, far from the maximum, a
 * full step would be without end.
 */
const LONGEST_REACH = 5;
const MAX_ITERATIONS = 200;
const MAX_HALVINGS = 60;

/**
 * Maximises a concave log-likelihood by Newton's method. A long step that would lower the likelihood is
 * halved until it does not.
 * @throws Error when no maximum is found: the caller has not made sure that it is finite.
 */
export function maximise(objective: Objective, start: Float64Array): Maximum {
  const { size } = objective;
  let parameters = Float64Array.from(start);
  let gradient = new Float64Array(size);
  let information = zeroMatrix(size);
  let value = objective.evaluate(parameters, gradient, information);
  let trial = new Float64Array(size);
  let trialGradient = new Float64Array(size);
  let trialInformation = zeroMatrix(size);
  let previousLength = Number.POSITIVE_INFINITY;
  for (let iterations = 1; iterations <= MAX_ITERATIONS; iterations++) {
    const step = newtonStep(information, gradient);
    const length = maxNorm(step);
    const decrement = dot(step, gradient);
    if (decrement <= ROUNDING_DECREMENT && length > previousLength / 2) {
      return { parameters, iterations, logLikelihood: value };
    }
    const isSafe = length <= SAFE_STEP;
    let isBetter = false;
    const first = Math.min(1, LONGEST_REACH / objective.reach(step));
    let fraction = first;
    for (let halvings = 0; halvings <= MAX_HALVINGS && !isBetter; halvings++) {
      fraction = first * 0.5 ** halvings;
      for (let index = 0; index < size; index++) {
        trial[index] = (parameters[index] ?? 0) + fraction * (step[index] ?? 0);
      }
      const trialValue = objective.evaluate(trial, trialGradient, trialInformation);
      isBetter = isSafe || trialValue >= value;
      if (isBetter) value = trialValue;
    }
    if (!isBetter) break;
    [parameters, trial] = [trial, parameters];
    [gradient, trialGradient] = [trialGradient, gradient];
    [information, trialInformation] = [trialInformation, information];
    if (fraction === 1 && length <= STEP_TOLERANCE) {
      return { parameters, iterations, logLikelihood: value };
    }
    previousLength = length;
  }
  throw new Error("The likelihood has no maximum that Newton's method could find.");
}

/** Solves information · step = gradient, with the least damping that makes it positive definite. */
function newtonStep(information: Matrix, gradient: Float64Array): Float64Array {
  const { size } = information;
  let trace = 0;
  for (let index = 0; index < size; index++) trace += information.values[index * size + index] ?? 0;
  let damping = 0;
  for (;;) {
    const damped = { size, values: Float64Array.from(information.values) };
    for (let index = 0; index < size; index++) addToEntry(damped, index, index, damping);
    const factor = choleskyFactor(damping === 0 ? information : damped);
    if (factor) return solveCholesky(factor, gradient);
    if (!(trace > 0 && damping <= trace)) {
      throw new Error("The information matrix is not positive definite.");
    }
    damping = damping === 0 ? 1e-14 * trace : damping * 100;
  }
}

function dot(x: Float64Array, y: Float64Array): number {
  let sum = 0;
  for (let index = 0; index < x.length; index++) sum += (x[index] ?? 0) * (y[index] ?? 0);
  return sum;
}

function maxNorm(vector: Float64Array): number {
  let largest = 0;
  for (const value of vector) largest = Math.max(largest, Math.abs(value));
  return largest;
}
