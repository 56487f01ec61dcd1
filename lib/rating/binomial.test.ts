import { describe, expect, test } from "vitest";
import { seededRandom } from "@/lib/random";
import { drawBinomial } from "./binomial";

/** Counts up (mean below 10), rejects (above), mirrors (p over ½), reaches beyond 32 bits. */
describe.each([
  [1, 0.3],
  [40, 0.02],
  [40, 0.5],
  [1000, 0.004],
  [1000, 0.9],
  [100_000, 0.2],
  [5_000_000, 0.00002],
  [10_000_000_000, 0.25],
])("Binomial(%i, %f)", (n, p) => {
  const draws = 20_000;
  const random = seededRandom(42);
  const values = Float64Array.from({ length: draws }, () => drawBinomial(n, p, random));
  const mean = values.reduce((sum, value) => sum + value, 0) / draws;
  const moment = (power: number) =>
    values.reduce((sum, value) => sum + (value - mean) ** power, 0) / draws;
  const variance = n * p * (1 - p);

  test("mean and variance, within five standard errors", () => {
    expect(Math.abs(mean - n * p)).toBeLessThan(5 * Math.sqrt(variance / draws));
    const kurtosis = 3 + (1 - 6 * p * (1 - p)) / variance;
    expect(Math.abs(moment(2) / variance - 1)).toBeLessThan(5 * Math.sqrt((kurtosis - 1) / draws));
  });

  test("whole numbers from 0 to n", () => {
    expect(values.every((value) => Number.isInteger(value) && value >= 0 && value <= n)).toBe(true);
  });
});

test("the distribution of a rejection draw, by its frequencies", () => {
  const [n, p, draws] = [60, 0.3, 200_000];
  const random = seededRandom(7);
  const counts = new Float64Array(n + 1);
  for (let draw = 0; draw < draws; draw++) {
    const k = drawBinomial(n, p, random);
    counts[k] = (counts[k] ?? 0) + 1;
  }
  let probability = (1 - p) ** n;
  let chiSquare = 0;
  let cells = 0;
  counts.forEach((count, k) => {
    const expected = draws * probability;
    if (expected > 20) {
      chiSquare += (count - expected) ** 2 / expected;
      cells++;
    }
    probability *= ((n - k) / (k + 1)) * (p / (1 - p));
  });
  // Mean cells − 1, standard deviation √(2(cells − 1)): within four of them.
  expect(chiSquare).toBeLessThan(cells + 4 * Math.sqrt(2 * cells));
});

test("nothing and everything are certain", () => {
  const random = seededRandom(1);
  expect([drawBinomial(0, 0.5, random), drawBinomial(9, 0, random)]).toEqual([0, 0]);
  expect(drawBinomial(9, 1, random)).toBe(9);
});

test.each([
  [-1, 0.5],
  [1.5, 0.5],
  [3, 1.01],
  [3, Number.NaN],
])("refuses Binomial(%f, %f)", (n, p) => {
  expect(() => drawBinomial(n, p, seededRandom(1))).toThrow(RangeError);
});
