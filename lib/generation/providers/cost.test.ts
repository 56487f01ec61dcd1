import { expect, test } from "vitest";
import { costOf, sumKnown } from "@/lib/generation/providers/cost";

const PRICE = { inputPerMillion: 2, outputPerMillion: 10 };
const USAGE = {
  inputTokens: 1000,
  outputTokens: 500,
  reasoningTokens: 400,
  cachedInputTokens: 600,
};

test.each([
  [USAGE, PRICE, 0.007],
  [USAGE, { ...PRICE, cachedInputPerMillion: 0.5 }, 0.0061],
  [{ ...USAGE, cachedInputTokens: null }, { ...PRICE, cachedInputPerMillion: 0.5 }, 0.007],
  [USAGE, { inputPerMillion: 0, outputPerMillion: 0 }, 0],
])("%j at %j", (usage, price, cost) => {
  expect(costOf(usage, price)).toBeCloseTo(cost, 12);
});

test("what is not known costs nothing that could be told", () => {
  expect(costOf(USAGE, null)).toBeNull();
  expect(costOf({ ...USAGE, outputTokens: null }, PRICE)).toBeNull();
  expect(sumKnown([null, 0.5, null, 0.25])).toBe(0.75);
  expect(sumKnown([null])).toBeNull();
});
