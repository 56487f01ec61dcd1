import { expect, test } from "vitest";
import { sigmoid, softplus } from "./logistic";

test("σ is exact at both ends and symmetric", () => {
  expect([sigmoid(0), sigmoid(800), sigmoid(-800)]).toEqual([0.5, 1, 0]);
  expect(sigmoid(-40)).toBeCloseTo(Math.exp(-40), 30);
  expect(sigmoid(1.5) + sigmoid(-1.5)).toBe(1);
});

test("ln(1 + eˣ) stays finite where 1 − σ rounds to 0", () => {
  expect(softplus(0)).toBe(Math.LN2);
  expect(softplus(1000)).toBe(1000);
  expect(softplus(-40)).toBeCloseTo(Math.exp(-40), 30);
  expect(softplus(-1000)).toBe(0);
});
