import { expect, it } from "vitest";
import { cutMatrixWindow, listWindowStarts, toWindowStart } from "@/lib/leaderboard/matrix-window";
import type { BoardMatrix } from "@/lib/leaderboard/schema";

/** A matrix in which every cell tells its own place, and neighbours in rank never met. */
function matrixOf(size: number): BoardMatrix {
  const cells = (valueAt: (i: number, j: number) => number) =>
    Array.from({ length: size }, (_, i) =>
      Array.from({ length: size }, (_, j) => (Math.abs(i - j) <= 1 ? null : valueAt(i, j))),
    );
  return {
    order: Array.from({ length: size }, (_, index) => `entrant-${index + 1}`),
    wins: cells((i) => i + 1),
    battles: cells((i, j) => (i + 1) * (j + 1)),
    predicted: cells((i, j) => (i + 1) / 1000 + (j + 1) / 1_000_000),
    residuals: cells((i, j) => i - j),
    above: [],
  };
}

it("shows a small matrix whole", () => {
  const window = cutMatrixWindow(matrixOf(4), { view: "observed", rows: 1, columns: 1 });
  expect(window).toMatchObject({ size: 4, firstRow: 1, firstColumn: 1 });
  expect(window.rows).toEqual(window.columns);
  expect(window.rows).toHaveLength(4);
  // Points by battles: row 1 has one point in 1·3 votes.
  expect(window.values[0]).toEqual([null, null, 1 / 3, 1 / 4]);
  expect(window.battles[0]).toEqual([null, null, 3, 4]);
});

it("cuts rows and columns apart, and each view's own figures", () => {
  const matrix = matrixOf(100);
  const place = { rows: 41, columns: 81 };
  const predicted = cutMatrixWindow(matrix, { view: "predicted", ...place });
  expect([predicted.firstRow, predicted.firstColumn, predicted.size]).toEqual([41, 81, 100]);
  expect(predicted.rows.at(-1)).toBe("entrant-60");
  expect(predicted.columns.at(-1)).toBe("entrant-100");
  expect(predicted.values[2]?.[3]).toBe(0.043 + 0.000084);
  expect(predicted.battles[2]?.[3]).toBe(43 * 84);
  const residual = cutMatrixWindow(matrix, { view: "residual", ...place });
  expect(residual.values[0]?.[0]).toBe(-40);
});

it("says nothing, never one half, on the diagonal and where two never met", () => {
  for (const view of ["observed", "predicted", "residual"] as const) {
    const { values, battles } = cutMatrixWindow(matrixOf(30), { view, rows: 21, columns: 21 });
    expect([values[3]?.[3], values[3]?.[4], battles[3]?.[3], battles[4]?.[3]]).toEqual([
      ...[null, null, null, null],
    ]);
    expect(values).toHaveLength(10);
  }
});

it("opens the window that holds a place, and the last one beyond the end", () => {
  expect(listWindowStarts(100)).toEqual([1, 21, 41, 61, 81]);
  expect(listWindowStarts(20)).toEqual([1]);
  expect(listWindowStarts(0)).toEqual([1]);
  const starts = [1, 20, 21, 33, 100, 101, 9e15, 0, -5].map((place) => toWindowStart(place, 100));
  expect(starts).toEqual([1, 1, 21, 21, 81, 81, 81, 1, 1]);
  expect(cutMatrixWindow(matrixOf(0), { view: "observed", rows: 21, columns: 1 })).toMatchObject({
    ...{ size: 0, rows: [], columns: [], values: [] },
  });
});
