import { expect, test } from "vitest";
import type { HistoryPoint } from "@/lib/leaderboard/history";
import { toHistoryLines } from "./history-lines";

const point = (minute: number, ratings: Record<string, number>): HistoryPoint => ({
  computedAt: new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString(),
  throughSeq: minute,
  votes: minute,
  ratings: new Map(
    Object.entries(ratings).map(([slug, rating]) => [
      slug,
      { rating, lower: rating - 10, upper: rating + 10 },
    ]),
  ),
});

const ratingsOf = (lines: ReturnType<typeof toHistoryLines>, slug: string) =>
  lines.lines.get(slug)?.map((found) => found?.rating ?? null);

test("a newcomer moves nobody: who was there throughout holds the scale", () => {
  // A weak third joins, so that the mean of 1000 lifts the other two by 60.
  const history = toHistoryLines([
    point(1, { a: 1040, b: 960 }),
    point(2, { a: 1100, b: 1020, c: 880 }),
  ]);
  expect(history.anchors).toEqual(["a", "b"]);
  expect(history.times.map(({ shift }) => shift)).toEqual([60, 0]);
  expect(ratingsOf(history, "a")).toEqual([1100, 1100]);
  expect(ratingsOf(history, "c")).toEqual([null, 880]);
  expect(history.lines.get("a")?.[0]).toEqual({ rating: 1100, lower: 1090, upper: 1110 });
});

test("the newest ratings are the board's to the last digit", () => {
  const rating = 1234.567890123456;
  const history = toHistoryLines([
    point(1, { a: 1000.1, b: 999.9 }),
    point(2, { a: rating, b: 700.1 }),
  ]);
  expect(ratingsOf(history, "a")?.at(-1)).toBe(rating);
});

test("begins when two are rated, and after a break that leaves fewer", () => {
  const history = toHistoryLines([
    point(1, {}),
    point(2, { a: 1000 }),
    point(3, { a: 1010, b: 990 }),
    point(4, { a: 1020, b: 980 }),
  ]);
  expect(history.times.map(({ votes }) => votes)).toEqual([3, 4]);
  const broken = toHistoryLines([
    point(1, { a: 1, b: 2 }),
    point(2, { c: 1, a: 2 }),
    point(3, { c: 1, d: 2 }),
  ]);
  expect(broken.times.map(({ votes }) => votes)).toEqual([3]);
  expect(broken.anchors).toEqual(["c", "d"]);
});

test("nothing to draw where nobody is rated", () => {
  expect(toHistoryLines([])).toEqual({ anchors: [], times: [], lines: new Map() });
  expect(toHistoryLines([point(1, {})]).times).toEqual([]);
});
