import { describe, expect, test } from "vitest";
import { zeroMatrix } from "./matrix";
import { intervalRanks, simulateRanks } from "./ranks";

describe("intervalRanks", () => {
  test("counts only intervals that lie wholly above", () => {
    const intervals = [
      { lower: 90, upper: 110 },
      { lower: 80, upper: 100 },
      { lower: 50, upper: 89 },
      { lower: 40, upper: 95 },
    ];
    expect(intervalRanks(intervals)).toEqual([1, 1, 2, 1]);
  });

  test("touching intervals do not separate", () => {
    expect(
      intervalRanks([
        { lower: 10, upper: 20 },
        { lower: 0, upper: 10 },
      ]),
    ).toEqual([1, 1]);
  });
});

describe("simulateRanks", () => {
  const diagonal = (...variances: number[]) => {
    const matrix = zeroMatrix(variances.length);
    variances.forEach((variance, index) => {
      matrix.values[index * variances.length + index] = variance;
    });
    return matrix;
  };

  test("agrees with the normal distribution", () => {
    // Gap 0.5 with variance 0.5² in the difference: Φ(1) = 0.8413.
    const { above } = simulateRanks(Float64Array.of(0.5, 0), diagonal(0.125, 0.125), 1, 100_000);
    expect(above[0]?.[1]).toBeCloseTo(0.8413, 2);
    expect((above[0]?.[1] ?? 0) + (above[1]?.[0] ?? 0)).toBe(1);
    expect(above[0]?.[0]).toBeNull();
  });

  test("draws keep the correlation of the covariance", () => {
    // θ₁ − θ₂ has variance 0, whatever both have: the higher one is always above.
    const covariance = { size: 2, values: Float64Array.of(9, 9, 9, 9) };
    const { above, rankRanges } = simulateRanks(Float64Array.of(0.001, 0), covariance, 7);
    expect(above[0]?.[1]).toBe(1);
    expect(rankRanges).toEqual([
      [1, 1],
      [2, 2],
    ]);
  });

  test("certain strengths have certain places, equal ones share", () => {
    const { above, rankRanges } = simulateRanks(Float64Array.of(1, 0, 0), zeroMatrix(3), 7);
    expect(rankRanges).toEqual([
      [1, 1],
      [2, 2],
      [2, 2],
    ]);
    expect(above).toEqual([
      [null, 1, 1],
      [0, null, 0.5],
      [0, 0.5, null],
    ]);
  });

  test("indistinguishable entrants range over all places", () => {
    const { rankRanges } = simulateRanks(new Float64Array(4), diagonal(1, 1, 1, 1), 3);
    expect(rankRanges).toEqual(new Array(4).fill([1, 4]));
  });

  test("the seed decides every digit", () => {
    const run = (seed: number) => simulateRanks(Float64Array.of(0.1, 0), diagonal(1, 1), seed);
    expect(run(5)).toEqual(run(5));
    expect(run(5)).not.toEqual(run(6));
  });
});
