import { expect, it } from "vitest";
import { parseEmbedQuery } from "@/lib/leaderboard/embed-query";

it("shows ten rows of the whole board as the system likes it, unless asked otherwise", () => {
  expect(parseEmbedQuery({})).toEqual({ board: "all", theme: "auto", rows: 10 });
  const asked = { board: "text-to-3d/organic", theme: "dark", rows: "25" };
  expect(parseEmbedQuery(asked)).toEqual({ ...asked, rows: 25 });
});

it("never shows more than a hundred rows, and reads what is odd as left out", () => {
  expect(parseEmbedQuery({ rows: "5000" })?.rows).toBe(100);
  for (const rows of ["0", "-1", "many", "1.5", ["1", "2"]])
    expect(parseEmbedQuery({ rows, theme: "sepia" })).toMatchObject({ theme: "auto", rows: 10 });
  expect(parseEmbedQuery({ board: "no board" })).toBeNull();
});
