import { expect, it } from "vitest";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { entrantBadge } from "./entrant-badge";

const row: BoardRow = {
  ...{ slug: "opus", name: "Opus", rank: 1, rankRange: [1, 2], battles: 412 },
  ...{ rating: 1086.6, lower: 1062, upper: 1110.4, winRate: 0.6, bothBadRate: 0.1 },
  ...{ executability: 1, status: "rated", reason: null },
};

it("tells rating, spread and range of ranks", () => {
  expect(entrantBadge({ name: "Opus", board: "all", row })).toEqual({
    ...{ label: "Polyduel", value: "1087 ±\u00a024 · rank 1–2", isMuted: false },
    title: "Opus on Polyduel: 1087 ±\u00a024 · rank 1–2",
  });
  const { value } = entrantBadge({
    name: "Opus",
    board: "all",
    row: { ...row, rankRange: [3, 3] },
  });
  expect(value).toBe("1087 ±\u00a024 · rank 3");
});

it("says which board it is about, and when there is no rating yet", () => {
  const board = "text-to-3d/soft-furniture";
  const unknown = entrantBadge({ name: "Opus", board, row: null });
  expect(unknown).toMatchObject({ label: "Polyduel soft furniture", value: "not yet rated" });
  const winless = { ...row, rating: null, lower: null, upper: null, rank: null, rankRange: null };
  expect(entrantBadge({ name: "Opus", board, row: winless })).toMatchObject({
    ...{ value: "not yet rated", isMuted: true },
  });
});
