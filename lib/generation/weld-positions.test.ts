import { expect, test } from "vitest";
import { weldPositions } from "@/lib/generation/weld-positions";
import { seededRandom } from "@/lib/random";

const points = (count: number, size: number, random = seededRandom(1)) =>
  Float64Array.from({ length: count * 3 }, () => (random() - 0.5) * size);

const distance = (positions: Float64Array, a: number, b: number) =>
  Math.hypot(
    ...[0, 1, 2].map((axis) => (positions[a * 3 + axis] ?? 0) - (positions[b * 3 + axis] ?? 0)),
  );

test("points share a number with one within the tolerance, and its owners lie apart", () => {
  const positions = points(1_000, 15);
  const welded = weldPositions(positions, 1);
  const owners = [...new Set(welded)];
  const furthest = [...welded].map((owner, point) => distance(positions, point, owner));
  expect(Math.max(...furthest)).toBeLessThanOrEqual(1);
  const nearest = owners.flatMap((owner, n) =>
    owners.slice(n + 1).map((other) => distance(positions, owner, other)),
  );
  expect(nearest.reduce((least, one) => Math.min(least, one))).toBeGreaterThan(1);
});

test("a hair apart across any border of the grid is still together", () => {
  for (let n = 0; n < 200; n++) {
    const x = n * 0.37;
    const welded = weldPositions(Float64Array.from([0, 0, 0, x, 0, 0, x + 1e-9, 0, 0]), 1e-6);
    expect(welded[2]).toBe(welded[1]);
  }
});

test("however many crowd into one place, time stays about linear", () => {
  const crowd = points(400_000, 30);
  crowd.set([1e6, 1e6, 1e6], 0);
  const started = performance.now();
  weldPositions(crowd, 1);
  expect(performance.now() - started).toBeLessThan(5_000);
});
