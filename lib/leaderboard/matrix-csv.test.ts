import { expect, it } from "vitest";
import { toMatrixCsv } from "@/lib/leaderboard/matrix-csv";

it("has a line for each ordered pair that met, and nothing where there is nothing to say", () => {
  const csv = toMatrixCsv({
    order: ["b", "a", "c"],
    wins: [
      [null, 1.5, null],
      [0.5, null, 0],
      [null, 3, null],
    ],
    battles: [
      [null, 2, null],
      [2, null, 3],
      [null, 3, null],
    ],
    predicted: [
      [null, 0.75, null],
      [0.25, null, null],
      [null, null, null],
    ],
    residuals: [
      [null, 0.1, null],
      [-0.1, null, null],
      [null, null, null],
    ],
    above: [],
  });
  expect(csv.split("\r\n")).toEqual([
    "row,column,wins,battles,predicted,residual",
    "b,a,1.5,2,0.75,0.1",
    "a,b,0.5,2,0.25,-0.1",
    "a,c,0,3,,",
    "c,a,3,3,,",
    "",
  ]);
});
