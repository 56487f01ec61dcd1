import { expect, test } from "vitest";
import { linearScale, numberScale } from "./scale";

const range = [0, 100] as const;

test("a linear axis has room at both ends, round ticks inside, and keeps proportions", () => {
  const scale = linearScale({ values: [900, 1000, 1100], range, count: 4 });
  expect(scale.kind).toBe("linear");
  expect(scale.toPixel(1000)).toBeCloseTo(50, 9);
  expect(scale.toPixel(900)).toBeGreaterThan(3);
  expect(scale.toPixel(1100)).toBeLessThan(97);
  expect(scale.ticks).toEqual([900, 950, 1000, 1050, 1100]);
});

test("an axis that points up has its pixels the other way round", () => {
  const scale = linearScale({ values: [0, 10], range: [100, 0], count: 3 });
  expect(scale.toPixel(10)).toBeLessThan(scale.toPixel(0));
});

test("no value below zero, no axis below zero", () => {
  expect(linearScale({ values: [0, 0.5], range, count: 4 }).domain[0]).toBe(0);
  expect(linearScale({ values: [-1, 1], range, count: 4 }).domain[0]).toBeLessThan(-1);
});

test("a lone value, a constant and nothing at all still have an axis", () => {
  for (const values of [[7], [7, 7], [0], []]) {
    const scale = numberScale({ values, range, count: 4 });
    expect(scale.domain[1]).toBeGreaterThan(scale.domain[0]);
    expect(scale.ticks.length).toBeGreaterThan(1);
  }
  expect(linearScale({ values: [7], range, count: 4 }).toPixel(7)).toBeCloseTo(50, 9);
});

test("logarithmic above a spread of twenty, where every value is above zero", () => {
  expect(numberScale({ values: [1, 20], range, count: 4 }).kind).toBe("linear");
  expect(numberScale({ values: [0, 1, 500], range, count: 4 }).kind).toBe("linear");
  const scale = numberScale({ values: [0.01, 0.1, 1], range, count: 4 });
  expect(scale.kind).toBe("log");
  expect(scale.toPixel(0.1)).toBeCloseTo(50, 9);
});

test("logarithmic ticks thin out as decades come", () => {
  const ticksOf = (low: number, high: number) =>
    numberScale({ values: [low, high], range, count: 5 }).ticks;
  expect(ticksOf(0.01, 0.28)).toEqual([0.01, 0.02, 0.05, 0.1, 0.2]);
  expect(ticksOf(0.02, 2)).toEqual([0.03, 0.1, 0.3, 1]);
  expect(ticksOf(1, 1e5)).toEqual([1, 10, 100, 1000, 10_000, 100_000]);
});
