import { expect, it } from "vitest";
import { isRecomputeDue } from "@/lib/leaderboard/schedule";

const NOW = new Date("2026-11-20T12:00:00Z");
const stored = {
  throughSeq: 1_000,
  computedAt: "2026-11-20T11:00:00Z",
  votes: 1_000,
  voters: 50,
  prompts: 10,
  factors: {},
};

it("is due at the first vote, after a tenth more votes, and once a day when anything changed", () => {
  expect(isRecomputeDue(undefined, { votes: 0, throughSeq: 0 }, NOW)).toBe(false);
  expect(isRecomputeDue(undefined, { votes: 1, throughSeq: 1 }, NOW)).toBe(true);
  expect(isRecomputeDue(stored, { votes: 1_099, throughSeq: 1_099 }, NOW)).toBe(false);
  expect(isRecomputeDue(stored, { votes: 1_100, throughSeq: 1_100 }, NOW)).toBe(true);
  const tomorrow = new Date("2026-11-21T11:00:00Z");
  expect(isRecomputeDue(stored, { votes: 1_001, throughSeq: 1_001 }, tomorrow)).toBe(true);
  expect(isRecomputeDue(stored, { votes: 1_000, throughSeq: 1_000 }, tomorrow)).toBe(false);
});
