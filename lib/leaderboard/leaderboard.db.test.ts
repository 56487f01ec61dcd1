import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { getLeaderboard, listBoards } from "@/lib/leaderboard/data";
import { refreshBoards } from "@/lib/leaderboard/mutations";
import { castVote } from "@/lib/vote/mutations";

it("has every board from the start, with nobody rated and nothing where nobody met", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  await refreshBoards(db);
  const boards = ["all", "text-to-3d", "text-to-3d/even", "text-to-3d/odd"];
  expect((await listBoards(db)).map(({ board }) => board)).toEqual(boards);
  for (const board of boards) {
    const leaderboard = await getLeaderboard(board, db);
    expect(leaderboard?.votes).toBe(0);
    expect(
      leaderboard?.entrants.map(({ status, reason, rating }) => [status, reason, rating]),
    ).toEqual(Array.from({ length: 3 }, () => ["not_rated", "no_votes", null]));
    expect(leaderboard?.matrix.battles.flat().every((cell) => cell === null)).toBe(true);
  }
  expect(await getLeaderboard("nowhere", db)).toBeNull();
});

it("counts votes on each board they belong to, and keeps a snapshot when nothing changed", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  for (let seed = 0; seed < 40; seed++) {
    const battle = await openBattle(db, { seed });
    await castVote({ ...battle, outcome: seed % 3 === 0 ? "right" : "left" }, db);
  }
  const first = await refreshBoards(db);
  expect(first.ledgerEvents).toBe(40);
  expect(first.boards.every(({ isNew }) => isNew)).toBe(true);
  const votesOn = async (board: string) => (await getLeaderboard(board, db))?.votes ?? 0;
  expect(await votesOn("all")).toBe(40);
  expect((await votesOn("text-to-3d/even")) + (await votesOn("text-to-3d/odd"))).toBe(40);
  const again = await refreshBoards(db);
  expect(again.boards.some(({ isNew }) => isNew)).toBe(false);

  const board = await getLeaderboard("all", db);
  const ratings = board?.entrants.map(({ rating }) => rating ?? Number.NaN) ?? [];
  expect(ratings.reduce((sum, rating) => sum + rating, 0) / 3).toBeCloseTo(1000, 9);
  const battles = board?.entrants.reduce((sum, row) => sum + row.battles, 0);
  expect(battles).toBe(80);
});

it("shows executability as the share of prompts with something to show", async () => {
  const { db } = await createTestDatabase();
  const { entrants } = await createWorld(db, { entrants: 2, prompts: 4 });
  const creation = await db.creation.findFirstOrThrow({ where: { entrantId: entrants[0] ?? "" } });
  await db.creation.update({
    where: { id: creation.id },
    data: {
      status: "exec_error",
      glbSha256: null,
      glbBytes: null,
      triangles: null,
      posterSha256s: [],
    },
  });
  await refreshBoards(db);
  const board = await getLeaderboard("all", db);
  const bySlug = new Map(board?.entrants.map((row) => [row.slug, row.executability]));
  expect(bySlug.get("entrant-0")).toBe(0.75);
  expect(bySlug.get("entrant-1")).toBe(1);
});
