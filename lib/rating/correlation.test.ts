import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { kendall, pearson, spearman } from "./correlation";

/** 3DCodeArena (arXiv:2606.01057), table A.1: Elo, SigLIP-2 and DINOv3 of the twelve models. */
const TABLE_A1 = {
  elo: [1039, 877, 1147, 1119, 859, 952, 799, 1015, 1006, 951, 1074, 1163],
  siglip2: [0.81, 0.778, 0.824, 0.824, 0.786, 0.801, 0.761, 0.813, 0.814, 0.803, 0.817, 0.834],
  dinov3: [0.528, 0.496, 0.569, 0.563, 0.483, 0.518, 0.413, 0.551, 0.545, 0.526, 0.56, 0.576],
  chamfer: [0.067, 0.077, 0.069, 0.068, 0.077, 0.076, 0.095, 0.068, 0.067, 0.07, 0.064, 0.059],
};

describe("published correlations with Elo", () => {
  test("SigLIP-2 r = 0.964, DINOv3 ρ = 0.972", () => {
    expect(pearson(TABLE_A1.siglip2, TABLE_A1.elo)?.estimate.toFixed(3)).toBe("0.964");
    expect(spearman(TABLE_A1.dinov3, TABLE_A1.elo)?.estimate.toFixed(3)).toBe("0.972");
  });

  test("the other two of each, recomputed from the table, equal values among them", () => {
    expect(spearman(TABLE_A1.siglip2, TABLE_A1.elo)?.estimate.toFixed(3)).toBe("0.956");
    expect(pearson(TABLE_A1.dinov3, TABLE_A1.elo)?.estimate.toFixed(3)).toBe("0.925");
    expect(pearson(TABLE_A1.chamfer, TABLE_A1.elo)?.estimate.toFixed(3)).toBe("-0.848");
    expect(spearman(TABLE_A1.chamfer, TABLE_A1.elo)?.estimate.toFixed(3)).toBe("-0.815");
  });
});

test("Fisher's interval", () => {
  const { estimate = 0, lower, upper } = pearson(TABLE_A1.siglip2, TABLE_A1.elo) ?? {};
  const margin = 1.959963984540054 / Math.sqrt(9);
  expect(lower).toBeCloseTo(Math.tanh(Math.atanh(estimate) - margin), 14);
  expect(upper).toBeCloseTo(Math.tanh(Math.atanh(estimate) + margin), 14);
});

test("Kendall's τ-b with equal values, by hand", () => {
  // Pairs: 4 concordant, 0 discordant, one tied in x, one in y: 4 / √(5·5).
  expect(kendall([1, 2, 2, 3], [1, 2, 3, 3])?.estimate).toBeCloseTo(0.8, 14);
  expect(kendall([1, 2, 3, 4], [2, 1, 4, 3])?.estimate).toBeCloseTo(1 / 3, 14);
});

describe("the ends", () => {
  test("nothing to correlate", () => {
    for (const correlate of [pearson, spearman, kendall]) {
      expect(correlate([], [])).toBeNull();
      expect(correlate([1], [2])).toBeNull();
      expect(correlate([1, 1, 1], [1, 2, 3])).toBeNull();
      expect(() => correlate([1], [])).toThrow(RangeError);
    }
  });

  test("no interval from too few pairs or a perfect correlation", () => {
    expect(pearson([1, 2, 3], [1, 3, 2])).toMatchObject({ lower: null, upper: null, n: 3 });
    expect(kendall([1, 2, 3, 4, 5], [1, 2, 3, 4, 5])).toEqual({
      estimate: 1,
      lower: null,
      upper: null,
      n: 5,
    });
  });
});

test("ranks in the same order correlate perfectly, whatever rounding leaves of that", () => {
  for (let size = 3; size < 40; size++) {
    const values = Array.from({ length: size }, (_, index) => index ** 2);
    const down = values.map((value) => -value);
    expect(spearman(values, values)).toEqual({ estimate: 1, lower: null, upper: null, n: size });
    expect(spearman(values, down)).toMatchObject({ estimate: -1, lower: null });
  }
});

test("between −1 and 1, symmetric, and odd in each side", () => {
  const value = fc.double({ min: -1e6, max: 1e6, noNaN: true });
  fc.assert(
    fc.property(fc.array(fc.tuple(value, value), { maxLength: 20 }), (pairs) => {
      const x = pairs.map(([first]) => first);
      const y = pairs.map(([, second]) => second);
      for (const correlate of [pearson, spearman, kendall]) {
        const there = correlate(x, y);
        expect(correlate(y, x)?.estimate ?? null).toBe(there?.estimate ?? null);
        if (!there) continue;
        expect(Math.abs(there.estimate)).toBeLessThanOrEqual(1);
        const negated = correlate(
          x.map((entry) => -entry),
          y,
        );
        expect(negated?.estimate).toBeCloseTo(-there.estimate, 9);
      }
    }),
  );
});
