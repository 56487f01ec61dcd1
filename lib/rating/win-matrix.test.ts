import fc from "fast-check";
import { expect, test } from "vitest";
import { anyTallies } from "./fixtures/arbitraries";
import { toPairCells } from "./tally";
import { winMatrix } from "./win-matrix";

const cells = toPairCells(3, [
  { left: 1, right: 0, leftWins: 3, rightWins: 5, ties: 1, bothBad: 1 },
]);

test("points with ties and both-bad at half, null where they never met", () => {
  const { wins, battles } = winMatrix(3, cells, [0, 0, null]);
  expect(wins).toEqual([
    [null, 6, null],
    [4, null, null],
    [null, null, null],
  ]);
  expect(battles).toEqual([
    [null, 10, null],
    [10, null, null],
    [null, null, null],
  ]);
});

test("predicts only between rated entrants that met", () => {
  const gap = Math.log(3);
  expect(winMatrix(3, cells, [gap, 0, 0]).predicted).toEqual([
    [null, expect.closeTo(0.75, 14), null],
    [expect.closeTo(0.25, 14), null, null],
    [null, null, null],
  ]);
  expect(winMatrix(3, cells, [gap, null, 0]).predicted.flat()).toEqual(new Array(9).fill(null));
});

test("residuals are points beyond the prediction in their own spread", () => {
  // n = 10, p = ½, points 6; φ = Σ(o − ½)² / (n/4) = (8/4) / (10/4) = 0.8; z = 1 / √(0.8 · 2.5).
  const { residuals } = winMatrix(3, cells, [0, 0, 0]);
  expect(residuals[0]?.[1]).toBeCloseTo(1 / Math.sqrt(2), 14);
  expect(residuals[1]?.[0]).toBe(-(residuals[0]?.[1] ?? 0));
});

test("only ties leave no residual, and no NaN", () => {
  const ties = toPairCells(2, [
    { left: 0, right: 1, leftWins: 0, rightWins: 0, ties: 4, bothBad: 0 },
  ]);
  expect(winMatrix(2, ties, [0, 0]).residuals).toEqual([
    [null, 0],
    [0, null],
  ]);
});

test("row and column share each pair's votes", () => {
  fc.assert(
    fc.property(anyTallies, ({ size, tallies }) => {
      const { wins, battles, predicted } = winMatrix(
        size,
        toPairCells(size, tallies),
        new Array<number>(size).fill(0).map((_, index) => index / 3),
      );
      for (let i = 0; i < size; i++) {
        for (let j = 0; j < size; j++) {
          const votes = battles[i]?.[j] ?? null;
          expect(votes).toBe(battles[j]?.[i] ?? null);
          expect(wins[i]?.[j] === null).toBe(votes === null);
          if (votes === null) continue;
          expect((wins[i]?.[j] ?? 0) + (wins[j]?.[i] ?? 0)).toBe(votes);
          expect((predicted[i]?.[j] ?? 0) + (predicted[j]?.[i] ?? 0)).toBeCloseTo(1, 14);
        }
      }
    }),
  );
});
