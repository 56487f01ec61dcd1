import { v4 as uuidv4 } from "uuid";
import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { getLeaderboard, listBoards } from "@/lib/leaderboard/data";
import { recomputeBoards, refreshBoards } from "@/lib/leaderboard/mutations";
import { thinSnapshots } from "@/lib/leaderboard/retention";
import { castVote } from "@/lib/vote/mutations";

const entrantSlug = { select: { entrant: { select: { slug: true } } } } as const;

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

it("computes only the boards with later votes, all of them after any other change, and says how far it came", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  const vote = async (seed: number) => {
    const battle = await openBattle(db, { seed });
    await castVote({ ...battle, outcome: "left" }, db);
    const { category } = await db.battle.findUniqueOrThrow({ where: { id: battle.battleId } });
    return ["all", "text-to-3d", `text-to-3d/${category}`];
  };
  const namesOf = (report: { boards: { board: string }[] }) =>
    report.boards.map(({ board }) => board);
  await vote(0);
  const first = await refreshBoards(db);
  expect(namesOf(first)).toEqual(["all", "text-to-3d", "text-to-3d/even", "text-to-3d/odd"]);
  expect(namesOf(await refreshBoards(db, first.reached))).toEqual([]);

  const touched = await vote(1);
  const second = await refreshBoards(db, first.reached);
  expect(namesOf(second)).toEqual(touched);
  expect(second.reached).toEqual({ ...first.reached, seq: 2 });
  // What was left out had nothing new: computing all gives no other snapshot.
  expect((await refreshBoards(db)).boards.some(({ isNew }) => isNew)).toBe(false);

  await db.entrant.update({ where: { slug: "entrant-0" }, data: { name: "Renamed" } });
  const renamed = await refreshBoards(db, second.reached);
  expect(renamed.boards.map(({ isNew }) => isNew)).toEqual([true, true, true, true]);
  expect(renamed.reached.version).toBeGreaterThan(second.reached.version);
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
      chosenAttempt: null,
    },
  });
  await refreshBoards(db);
  const board = await getLeaderboard("all", db);
  const bySlug = new Map(board?.entrants.map((row) => [row.slug, row.executability]));
  expect(bySlug.get("entrant-0")).toBe(0.75);
  expect(bySlug.get("entrant-1")).toBe(1);
});

it("widens intervals by what a full recompute found, and keeps that on the live path", async () => {
  const { db, pool } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 6 });
  // Five voters, each with a taste of their own: less is known than the number of votes would say.
  for (let voter = 0; voter < 5; voter++) {
    const voterId = uuidv4();
    for (let index = 0; index < 6; index++) {
      const battle = await openBattle(db, { seed: voter * 10 + index, voterId });
      const { left, right } = await db.battle.findUniqueOrThrow({
        where: { id: battle.battleId },
        select: { left: entrantSlug, right: entrantSlug },
      });
      const prefersFirst = voter < 3;
      const isInOrder = left.entrant.slug < right.entrant.slug;
      await castVote({ ...battle, outcome: prefersFirst === isInOrder ? "left" : "right" }, db);
    }
  }
  await refreshBoards(db);
  const plain = await getLeaderboard("all", db);
  expect(plain?.intervals).toMatchObject({ kind: "plain", inflationThroughSeq: null });
  await recomputeBoards(db, pool);
  const clustered = await getLeaderboard("all", db);
  expect(clustered?.intervals).toEqual({
    kind: "clustered",
    inflationThroughSeq: 30,
    voters: 5,
    prompts: 6,
  });
  expect(clustered?.entrants.map(({ rating }) => rating)).toEqual(
    plain?.entrants.map(({ rating }) => rating),
  );
  const width = (board: typeof plain) =>
    board?.entrants.map(({ lower, upper }) => (upper ?? 0) - (lower ?? 0)) ?? [];
  const widened = width(clustered).map((value, index) => value / (width(plain)[index] ?? 0));
  for (const factor of widened) expect(factor).toBeGreaterThanOrEqual(1);
  expect(Math.max(...widened)).toBeGreaterThan(1);

  await castVote({ ...(await openBattle(db, { seed: 99 })), outcome: "right" }, db);
  await refreshBoards(db);
  const live = await getLeaderboard("all", db);
  expect(live).toMatchObject({ votes: 31, throughSeq: 31 });
  expect(live?.intervals).toEqual(clustered?.intervals);
});

it("keeps hourly snapshots for 90 days and daily ones for ever", async () => {
  const { db } = await createTestDatabase();
  const now = new Date("2026-11-20T12:00:00Z");
  const at = (hoursAgo: number) => new Date(now.getTime() - hoursAgo * 3_600_000);
  const ages = [0.2, 0.5, 5.1, 5.2, 5.3, 30, 24 * 100 + 1, 24 * 100 + 2, 24 * 200];
  await db.snapshot.createMany({
    data: ages.flatMap((hours) =>
      ["all", "text-to-3d"].map((board) => ({
        ...{ board, method: "m", seed: 0, throughSeq: 0, votes: 0, contentHash: "" },
        ...{ intervals: {}, entrants: [], matrix: {}, computedAt: at(hours) },
      })),
    ),
  });
  expect(await thinSnapshots(now, db)).toBe(2 * 3);
  const kept = await db.snapshot.findMany({
    where: { board: "all" },
    orderBy: { computedAt: "desc" },
  });
  expect(kept.map(({ computedAt }) => computedAt)).toEqual(
    [0.2, 0.5, 5.1, 30, 24 * 100 + 1, 24 * 200].map(at),
  );
  expect(await thinSnapshots(now, db)).toBe(0);
});
