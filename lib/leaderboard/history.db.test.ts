import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { listHistory } from "@/lib/leaderboard/history";

const START = Date.parse("2026-11-20T00:00:00Z");

const rated = (slug: string, rating: number) => ({
  ...{ slug, rating, lower: rating - 1, upper: rating + 1, status: "rated" },
});

function snapshot(board: string, minute: number, votes: number) {
  return {
    ...{ board, votes, throughSeq: votes, method: "m", seed: 0, contentHash: "" },
    ...{ intervals: {}, matrix: {}, computedAt: new Date(START + minute * 60_000) },
    entrants: [
      rated("a", 1000 + minute / 3),
      { slug: "b", rating: null, lower: null, upper: null, status: "not_rated" },
    ],
  };
}

it("gives the last snapshot of each span of time, oldest first, with every digit of who was rated", async () => {
  const { db } = await createTestDatabase();
  const data = Array.from({ length: 101 }, (_, minute) => snapshot("all", minute, minute + 1));
  await db.snapshot.createMany({ data: [...data, snapshot("other", 50, 7)] });
  const points = await listHistory("all", { spans: 10 }, db);
  const minutes = points.map(({ computedAt }) => (Date.parse(computedAt) - START) / 60_000);
  expect(minutes).toEqual([0, 10, 20, 30, 40, 50, 60, 70, 80, 90, 100]);
  const rating = 1000 + 10 / 3;
  expect(points[1]).toMatchObject({ throughSeq: 11, votes: 11 });
  expect([...(points[1]?.ratings ?? [])]).toEqual([
    ["a", { rating, lower: rating - 1, upper: rating + 1 }],
  ]);
});

it("is spread evenly in time, not in number, and begins with the first vote", async () => {
  const { db } = await createTestDatabase();
  const minutes = [0, 40, 41, 42, 43, 44, 45, 46, 47, 48, 140];
  await db.snapshot.createMany({
    data: minutes.map((minute) => snapshot("all", minute, minute)),
  });
  const points = await listHistory("all", { spans: 10 }, db);
  expect(points.map(({ votes }) => votes)).toEqual([40, 48, 140]);
});

it("says nothing of a board without votes, or without snapshots", async () => {
  const { db } = await createTestDatabase();
  await db.snapshot.create({ data: snapshot("all", 0, 0) });
  expect(await listHistory("all", {}, db)).toEqual([]);
  expect(await listHistory("nowhere", {}, db)).toEqual([]);
});
