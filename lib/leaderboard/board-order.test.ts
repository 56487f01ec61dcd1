import fc from "fast-check";
import { expect, it } from "vitest";
import {
  BOARD_COLUMNS,
  DIRECTIONS,
  firstDirection,
  nextOrder,
  sortRows,
} from "@/lib/leaderboard/board-order";
import type { BoardRow } from "@/lib/leaderboard/schema";

function row(slug: string, fields: Partial<BoardRow> = {}): BoardRow {
  return {
    ...{ slug, name: slug, rank: 1, rankRange: [1, 1], rating: 1000, lower: 990, upper: 1010 },
    ...{ battles: 10, winRate: 0.5, bothBadRate: 0, executability: 1 },
    ...{ status: "rated", reason: null },
    ...fields,
  };
}

function slugs(rows: readonly BoardRow[]): string {
  return rows.map(({ slug }) => slug).join("");
}

const rows = [
  row("c", { rank: 2, rating: 900, battles: 40, winRate: 0.4, bothBadRate: 0.3 }),
  row("a", { rank: 1, rating: 1100, battles: 10, winRate: 0.7, bothBadRate: null }),
  row("b", { rank: 2, rating: 950, battles: 40, winRate: null, executability: 0.5 }),
];

it("sorts by each column in the direction a reader wants first, and the other way round", () => {
  const sorted = (column: (typeof BOARD_COLUMNS)[number]) =>
    DIRECTIONS.map((direction) => slugs(sortRows(rows, { column, direction })));
  expect(sorted("rank")).toEqual(["abc", "cba"]);
  expect(sorted("entrant")).toEqual(["abc", "cba"]);
  expect(sorted("rating")).toEqual(["cba", "abc"]);
  expect(BOARD_COLUMNS.map(firstDirection)).toEqual([
    ...["asc", "asc", "desc", "desc", "desc", "asc", "desc"],
  ]);
});

it("leaves equal rows as they stand, in either direction", () => {
  expect(slugs(sortRows(rows, { column: "battles", direction: "desc" }))).toBe("bca");
  expect(slugs(sortRows(rows, { column: "battles", direction: "asc" }))).toBe("abc");
});

it("puts rows without a number last, in either direction", () => {
  expect(slugs(sortRows(rows, { column: "win-rate", direction: "desc" }))).toBe("acb");
  expect(slugs(sortRows(rows, { column: "win-rate", direction: "asc" }))).toBe("cab");
  expect(slugs(sortRows(rows, { column: "both-bad", direction: "asc" }))).toBe("bca");
  expect(slugs(sortRows(rows, { column: "both-bad", direction: "desc" }))).toBe("cba");
  const unrated = [row("u", { rank: null, rating: null }), ...rows];
  expect(slugs(sortRows(unrated, { column: "rank", direction: "desc" }))).toBe("cbau");
});

it("sorts names as people do", () => {
  const named = ["Entrant 10", "entrant 2", "Émile"].map((name, at) => row(String(at), { name }));
  const sorted = sortRows(named, { column: "entrant", direction: "asc" });
  expect(sorted.map(({ name }) => name)).toEqual(["Émile", "entrant 2", "Entrant 10"]);
});

it("turns at the second click, and starts anew on another column", () => {
  const rank = { column: "rank", direction: "asc" } as const;
  expect(nextOrder(rank, "rank")).toEqual({ column: "rank", direction: "desc" });
  expect(nextOrder(rank, "battles")).toEqual({ column: "battles", direction: "desc" });
  expect(nextOrder({ column: "battles", direction: "desc" }, "battles").direction).toBe("asc");
});

it("gives the same order whatever order rows come in, and loses none", () => {
  const number = fc.option(fc.double({ min: 0, max: 1, noNaN: true }), { nil: null });
  const rowOf = fc.record({
    ...{ slug: fc.string({ minLength: 1 }), battles: fc.nat(3), winRate: number },
    ...{ rank: fc.option(fc.integer({ min: 1, max: 4 }), { nil: null }), rating: number },
  });
  const rowsOf = fc.uniqueArray(rowOf, { selector: ({ slug }) => slug, maxLength: 12 });
  fc.assert(
    fc.property(
      rowsOf,
      fc.constantFrom(...BOARD_COLUMNS),
      fc.constantFrom(...DIRECTIONS),
      (drawn, column, direction) => {
        const board = drawn.map(({ slug, ...fields }) => row(slug, fields));
        const sorted = sortRows(board, { column, direction });
        expect(sortRows([...board].reverse(), { column, direction })).toEqual(sorted);
        expect(new Set(sorted)).toEqual(new Set(board));
      },
    ),
  );
});
