import { expect, it } from "vitest";
import { type BoardQuery, parseBoardQuery } from "@/lib/leaderboard/board-query";
import { behind, boardAddress } from "./board-address";

function parse(address: string): BoardQuery {
  const { searchParams } = new URL(address, "http://arena");
  const query = parseBoardQuery(Object.fromEntries(searchParams));
  if (!query) throw new Error(`${address} is no board's`);
  return query;
}

it("leaves out of an address what is as usual", () => {
  expect(boardAddress(parse("/leaderboard"))).toBe("/leaderboard");
  const query = parse("/leaderboard?board=text-to-3d/organic&sort=battles&rows=21");
  expect(boardAddress(query)).toBe("/leaderboard?board=text-to-3d/organic&sort=battles&rows=21");
  const rank = { column: "rank", direction: "asc" } as const;
  expect(boardAddress(query, { order: rank, matrix: { rows: 1 } })).toBe(
    "/leaderboard?board=text-to-3d/organic",
  );
});

it("keeps the rest when one thing changes, and is read back as it was meant", () => {
  const query = parse("/leaderboard?sort=battles&order=asc&matrix=residual&rows=21&columns=41");
  expect(parse(boardAddress(query))).toEqual(query);
  const turned = parse(boardAddress(query, { matrix: { view: "predicted" } }));
  expect(turned).toEqual({ ...query, matrix: { view: "predicted", rows: 21, columns: 41 } });
});

it("leads a pair's figures to that pair on the same board", () => {
  expect(behind.pair("a", "b", "all")).toBe("/compare/a/b");
  expect(behind.pair("a", "b", "text-to-3d/organic")).toBe("/compare/a/b?board=text-to-3d/organic");
});
