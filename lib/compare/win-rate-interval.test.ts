import { expect, it } from "vitest";
import { winRateInterval } from "@/lib/compare/win-rate-interval";

const record = (wins: number, losses: number, ties = 0) => ({ wins, losses, ties, bothBad: 0 });

it("gives the published Wilson intervals", () => {
  // Newcombe (1998), table I: 81 of 263, 15 of 148, 0 of 20, 1 of 29.
  for (const [wins, n, lower, upper] of [
    [81, 263, 0.2553, 0.3662],
    [15, 148, 0.0624, 0.1605],
    [0, 20, 0, 0.1611],
    [1, 29, 0.0061, 0.1718],
  ] as const) {
    const interval = winRateInterval(record(wins, n - wins));
    expect(interval?.lower).toBeCloseTo(lower, 4);
    expect(interval?.upper).toBeCloseTo(upper, 4);
  }
});

it("is one vote's honest width, mirrors between the two sides, and is nothing of no vote", () => {
  expect(winRateInterval(record(1, 0))).toMatchObject({ upper: 1 });
  expect(winRateInterval(record(1, 0))?.lower).toBeCloseTo(0.2065, 4);
  const first = winRateInterval(record(12, 5, 3));
  const second = winRateInterval(record(5, 12, 3));
  expect(first?.lower).toBeCloseTo(1 - (second?.upper ?? 0), 12);
  expect(winRateInterval(record(0, 0))).toBeNull();
});
