import { expect, test } from "vitest";
import { differenceInterval, ratingIntervals } from "./intervals";
import { NORMAL_QUANTILE_95, POINTS_PER_LOGIT } from "./scale";

const logits = Float64Array.of(Math.LN10 / 2, -Math.LN10 / 2);
const covariance = { size: 2, values: Float64Array.of(0.04, -0.04, -0.04, 0.04) };

test("odds of ten to one are 400 points, around 1000", () => {
  expect(ratingIntervals(logits, covariance).map(({ estimate }) => estimate)).toEqual([1200, 800]);
});

test("bounds are 1.96 standard errors away", () => {
  const [first] = ratingIntervals(logits, covariance);
  expect(first?.standardError).toBeCloseTo(0.2 * POINTS_PER_LOGIT, 12);
  expect((first?.upper ?? 0) - (first?.lower ?? 0)).toBeCloseTo(
    2 * NORMAL_QUANTILE_95 * 0.2 * POINTS_PER_LOGIT,
    12,
  );
});

test("a difference takes the correlation into account", () => {
  const difference = differenceInterval(logits, covariance, 0, 1);
  expect(difference.estimate).toBeCloseTo(400, 12);
  expect(difference.standardError).toBeCloseTo(0.4 * POINTS_PER_LOGIT, 12);
  expect(differenceInterval(logits, covariance, 1, 0).estimate).toBe(-difference.estimate);
});

test("a variance that rounding left below zero is zero", () => {
  const tiny = { size: 1, values: Float64Array.of(-1e-20) };
  expect(ratingIntervals(Float64Array.of(0), tiny)[0]?.standardError).toBe(0);
});
