import { expect, test } from "vitest";
import { inflate, withVarianceFloor } from "./variance-floor";

const inverse = { size: 2, values: Float64Array.of(1, -1, -1, 1) };

test("all ties: the variance is the model's times 1/(n + 2)", () => {
  const covariance = { size: 2, values: new Float64Array(4) };
  const { values } = withVarianceFloor(covariance, inverse, [1, 8]);
  expect([...values]).toEqual([1 / 3, 0, 0, 1 / 10]);
});

test("leaves a variance above the floor as it is", () => {
  const covariance = { size: 2, values: Float64Array.of(0.9, -0.9, -0.9, 0.9) };
  expect(withVarianceFloor(covariance, inverse, [10, 10])).toEqual(covariance);
});

test("inflation multiplies standard errors", () => {
  const covariance = { size: 2, values: Float64Array.of(4, 1, 1, 9) };
  expect([...inflate(covariance, [1.5, 2]).values]).toEqual([9, 3, 3, 36]);
  expect(inflate(covariance, [])).toEqual(covariance);
});
