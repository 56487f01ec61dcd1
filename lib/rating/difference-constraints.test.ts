import { expect, test } from "vitest";
import { isFeasible } from "./difference-constraints";

const atMost = (from: number, to: number, weight: number) => ({ from, to, weight });

test("nothing asked is granted", () => {
  expect(isFeasible(0, [])).toBe(true);
  expect(isFeasible(3, [])).toBe(true);
});

test("a cycle that sums to zero is feasible, one below it is not", () => {
  expect(isFeasible(3, [atMost(0, 1, -1), atMost(1, 2, -1), atMost(2, 0, 2)])).toBe(true);
  expect(isFeasible(3, [atMost(0, 1, -1), atMost(1, 2, -1), atMost(2, 0, 1)])).toBe(false);
});

test("the longest chain takes as many rounds as there are numbers", () => {
  const size = 50;
  const chain = Array.from({ length: size - 1 }, (_, index) => atMost(index, index + 1, -1));
  expect(isFeasible(size, chain.toReversed())).toBe(true);
  expect(isFeasible(size, [...chain, atMost(size - 1, 0, size - 2)])).toBe(false);
});
