import { expect, test } from "vitest";
import { maximise, type Objective } from "./newton";

/** Log-likelihood of `ones` successes in n trials, in log odds. */
const binomial = (ones: number, n: number): Objective => ({
  size: 1,
  evaluate(parameters, gradient, information) {
    const x = parameters[0] ?? 0;
    const p = 1 / (1 + Math.exp(-x));
    gradient[0] = ones - n * p;
    information.values[0] = n * p * (1 - p);
    return ones * x - n * Math.max(x, 0) - n * Math.log1p(Math.exp(-Math.abs(x)));
  },
  reach: (step) => Math.abs(step[0] ?? 0),
});

test("finds a maximum, also from where a full step would overshoot", () => {
  for (const start of [0, 3, -6, 9, 25]) {
    const { parameters } = maximise(binomial(3, 12), Float64Array.of(start));
    expect(parameters[0]).toBeCloseTo(Math.log(3 / 9), 12);
  }
});

test("counts its steps and says how high it got", () => {
  const { iterations, logLikelihood } = maximise(binomial(6, 12), Float64Array.of(0));
  expect(iterations).toBe(1);
  expect(logLikelihood).toBeCloseTo(-12 * Math.LN2, 12);
});

test("throws where nothing curves, and for what is no number", () => {
  const slope: Objective = {
    size: 1,
    evaluate(parameters, gradient, information) {
      gradient[0] = 1;
      information.values[0] = 0;
      return parameters[0] ?? 0;
    },
    reach: (step) => Math.abs(step[0] ?? 0),
  };
  expect(() => maximise(slope, Float64Array.of(0))).toThrow();
  expect(() => maximise(binomial(Number.NaN, 3), Float64Array.of(0))).toThrow();
});
