import { expect, it } from "vitest";
import { matrixQuerySchema, parseBoardQuery } from "@/lib/leaderboard/board-query";

const PLAIN = {
  board: "all",
  order: { column: "rank", direction: "asc" },
  matrix: { view: "observed", rows: 1, columns: 1 },
};

it("reads a bare address as the whole board by rank, and each part where it is given", () => {
  expect(parseBoardQuery({})).toEqual(PLAIN);
  expect(
    parseBoardQuery({
      ...{ board: "text-to-3d/furniture", sort: "battles", order: "asc" },
      ...{ matrix: "residual", rows: "21", columns: "41" },
    }),
  ).toEqual({
    board: "text-to-3d/furniture",
    order: { column: "battles", direction: "asc" },
    matrix: { view: "residual", rows: 21, columns: 41 },
  });
  expect(parseBoardQuery({ sort: "battles" })?.order.direction).toBe("desc");
});

it("counts what is odd as left out, and refuses only what is no board", () => {
  const odd = { sort: "colour", order: "up", matrix: "x", rows: "-1", columns: "1e9" };
  expect(parseBoardQuery(odd)).toEqual(PLAIN);
  expect(
    parseBoardQuery({ sort: ["rank", "rating"], rows: "0x10", columns: "9".repeat(40) }),
  ).toEqual(PLAIN);
  for (const board of ["No", "a/b/c", "a//b", ["all", "all"]])
    expect(parseBoardQuery({ board })).toBeNull();
});

it("is strict where a program asks", () => {
  expect(matrixQuerySchema.parse({})).toEqual({ board: "all", format: "csv", matrix: "observed" });
  for (const query of [{ format: "xml" }, { rows: "0" }, { columns: "a" }, { matrix: "x" }])
    expect(matrixQuerySchema.safeParse(query).success).toBe(false);
});
