import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { fitBradleyTerry } from "./bradley-terry";
import { connectedTallies } from "./fixtures/arbitraries";
import {
  baseball1987,
  springallFlavours,
  stiglerCitations,
  tableTallies,
} from "./fixtures/published-tables";
import { ratingIntervals } from "./intervals";
import { sigmoid } from "./logistic";
import { entryOf } from "./matrix";
import { invertInformation, plainCovariance } from "./sandwich";
import { POINTS_PER_LOGIT } from "./scale";
import { type PairCell, type Tally, toPairCells } from "./tally";

function covarianceOf(size: number, tallies: Tally[]) {
  const cells = toPairCells(size, tallies);
  const { logits } = fitBradleyTerry(size, cells);
  return { cells, logits, covariance: plainCovariance(size, cells, logits) };
}

test("two entrants: closed form with ties", () => {
  const [wins, losses, ties] = [9, 3, 4];
  const { covariance } = covarianceOf(2, [
    { left: 0, right: 1, leftWins: wins, rightWins: losses, ties, bothBad: 0 },
  ]);
  // One free parameter d: Var(d) = Σ(o − p)² / (n·p·(1−p))², and θ = ±d/2.
  const n = wins + losses + ties;
  const p = (wins + ties / 2) / n;
  const scores = wins * (1 - p) ** 2 + ties * (0.5 - p) ** 2 + losses * p ** 2;
  const variance = scores / (n * p * (1 - p)) ** 2 / 4;
  expect(entryOf(covariance, 0, 0)).toBeCloseTo(variance, 14);
  expect(entryOf(covariance, 0, 1)).toBeCloseTo(-variance, 14);
});

/**
 * elo_se_fisher of the tables' expected_bt, in printed digits: the inverse information of
 * mean-centred ratings, by an independent solver.
 */
test.each([
  [baseball1987, [36.0325, 35.4656, 35.1017, 35.0222, 34.9032, 35.6198, 40.3828]],
  [stiglerCitations, [7.5273, 12.6084, 7.2338, 9.2152]],
  [
    springallFlavours,
    [25.9242, 26.3492, 30.4528, 25.0005, 25.6874, 28.165, 30.9274, 26.5392, 24.7477],
  ],
])("the inverse information has the published standard errors", (table, expected) => {
  const size = table.entrants.length;
  const cells = toPairCells(size, tableTallies(table));
  const inverse = invertInformation(size, cells, fitBradleyTerry(size, cells).logits);
  const errors = expected.map(
    (_, index) => POINTS_PER_LOGIT * Math.sqrt(entryOf(inverse, index, index)),
  );
  expect(errors.map((error) => Number(error.toFixed(4)))).toEqual(expected);
});

/** The same estimator with the last entrant pinned to 0, from single votes, then centred. */
function pinnedAndCentred(size: number, cells: PairCell[], logits: Float64Array): number[][] {
  const free = size - 1;
  const square = () => Array.from({ length: free }, () => new Array<number>(free).fill(0));
  const [hessian, meat] = [square(), square()];
  for (const cell of cells) {
    const p = sigmoid((logits[cell.a] ?? 0) - (logits[cell.b] ?? 0));
    const outcomes = [
      [1, cell.winsA],
      [0.5, cell.ties],
      [0, cell.winsB],
    ];
    for (const [outcome = 0, count = 0] of outcomes) {
      const direction = Array.from({ length: free }, (_, index) =>
        index === cell.a ? 1 : index === cell.b ? -1 : 0,
      );
      direction.forEach((x, row) => {
        direction.forEach((y, column) => {
          const [hessianRow = [], meatRow = []] = [hessian[row], meat[row]];
          hessianRow[column] = (hessianRow[column] ?? 0) + count * p * (1 - p) * x * y;
          meatRow[column] = (meatRow[column] ?? 0) + count * (outcome - p) ** 2 * x * y;
        });
      });
    }
  }
  const inverse = gaussJordan(hessian);
  const product = (left: number[][], right: number[][]) =>
    left.map((row) =>
      right.map((_, column) =>
        row.reduce((sum, value, index) => sum + value * (right[index]?.[column] ?? 0), 0),
      ),
    );
  const pinned = product(product(inverse, meat), inverse);
  const full = Array.from({ length: size }, (_, row) =>
    Array.from({ length: size }, (_, column) => pinned[row]?.[column] ?? 0),
  );
  const centring = full.map((_, row) => full.map((_, column) => Number(row === column) - 1 / size));
  return product(product(centring, full), centring);
}

function gaussJordan(matrix: number[][]): number[][] {
  const size = matrix.length;
  const rows = matrix.map((row, i) => [...row, ...row.map((_, j) => Number(i === j))]);
  for (let pivot = 0; pivot < size; pivot++) {
    const scale = rows[pivot]?.[pivot] ?? 1;
    rows[pivot] = (rows[pivot] ?? []).map((value) => value / scale);
    rows.forEach((row, index) => {
      if (index === pivot) return;
      const factor = row[pivot] ?? 0;
      rows[index] = row.map((value, column) => value - factor * (rows[pivot]?.[column] ?? 0));
    });
  }
  return rows.map((row) => row.slice(size));
}

describe("properties", () => {
  test("the gauge does not matter: pinning one entrant and centring gives the same", () => {
    fc.assert(
      fc.property(connectedTallies, ({ size, tallies }) => {
        const { cells, logits, covariance } = covarianceOf(size, tallies);
        const slow = pinnedAndCentred(size, cells, logits);
        slow.forEach((row, i) => {
          row.forEach((value, j) => {
            expect(Math.abs(entryOf(covariance, i, j) - value)).toBeLessThan(1e-12);
          });
        });
      }),
    );
  });

  test("k copies of every vote keep the ratings and shrink the intervals by √k", () => {
    fc.assert(
      fc.property(connectedTallies, fc.integer({ min: 2, max: 9 }), ({ size, tallies }, k) => {
        const copies = tallies.map((tally) => ({
          ...tally,
          leftWins: k * tally.leftWins,
          rightWins: k * tally.rightWins,
          ties: k * tally.ties,
          bothBad: k * tally.bothBad,
        }));
        const once = covarianceOf(size, tallies);
        const many = covarianceOf(size, copies);
        const before = ratingIntervals(once.logits, once.covariance);
        ratingIntervals(many.logits, many.covariance).forEach((after, index) => {
          const { estimate = 0, standardError = 0 } = before[index] ?? {};
          expect(after.estimate).toBeCloseTo(estimate, 8);
          expect(after.standardError * Math.sqrt(k)).toBeCloseTo(standardError, 7);
        });
      }),
    );
  });

  test("without ties the sandwich of two entrants is the inverse information", () => {
    const { cells, logits, covariance } = covarianceOf(2, [
      { left: 0, right: 1, leftWins: 17, rightWins: 5, ties: 0, bothBad: 0 },
    ]);
    const model = invertInformation(2, cells, logits);
    expect(entryOf(covariance, 0, 0)).toBeCloseTo(entryOf(model, 0, 0), 14);
  });
});
