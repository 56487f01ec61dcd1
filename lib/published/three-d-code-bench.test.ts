import { expect, test } from "vitest";
import { toScatter } from "@/lib/plots/scatter";
import { listPublishedEntrants, THREE_D_CODE_BENCH_METRICS } from "./three-d-code-bench";

const scatterOf = (id: string) => {
  const metric = THREE_D_CODE_BENCH_METRICS.find((candidate) => candidate.id === id);
  if (!metric) throw new Error(`no metric ${id}`);
  return toScatter(listPublishedEntrants(), metric);
};

test("gives the correlations that the paper prints: SigLIP-2 r = 0.964, DINOv3 ρ = 0.972", () => {
  expect(scatterOf("siglip2").pearson?.estimate.toFixed(3)).toBe("0.964");
  expect(scatterOf("dinov3").spearman?.estimate.toFixed(3)).toBe("0.972");
});

test("and the others that its table implies", () => {
  const both = (id: string) => {
    const { pearson, spearman } = scatterOf(id);
    return [pearson, spearman].map((found) => found?.estimate.toFixed(3));
  };
  expect(both("uni3d")).toEqual(["0.923", "0.923"]);
  expect(both("uni3d-cross-modal")).toEqual(["0.861", "0.821"]);
  expect(both("chamfer")).toEqual(["-0.848", "-0.815"]);
  expect(both("executability")).toEqual(["0.459", "0.287"]);
});

test("is the whole table: twelve models around 1000, two of them without a cost", () => {
  const entrants = listPublishedEntrants();
  expect(new Set(entrants.map(({ slug }) => slug)).size).toBe(12);
  const mean = entrants.reduce((sum, { rating }) => sum + (rating ?? 0), 0) / 12;
  expect(mean).toBeCloseTo(1000.083, 3);
  expect(entrants[0]).toMatchObject({ slug: "gpt-5-5", rank: 1, rating: 1163, lower: null });
  expect(scatterOf("cost")).toMatchObject({ unrated: 0, unmeasured: 2 });
});

test("names who buys rating best, by cost and by time", () => {
  expect(scatterOf("cost").front).toEqual([
    "gemini-3-1-flash-lite",
    "gemini-3-flash",
    "gemini-3-5-flash",
    "gemini-3-1-pro",
    "gpt-5-5",
  ]);
  expect(scatterOf("seconds").front?.at(-1)).toBe("gpt-5-5");
});
