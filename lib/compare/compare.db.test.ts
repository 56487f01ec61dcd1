import { expect, it } from "vitest";
import { getComparison, getPrediction } from "@/lib/compare/data";
import { findComparisonDetail } from "@/lib/compare/find";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle, TRACK } from "@/lib/database/test-world";
import type { connect } from "@/lib/db";
import { getLeaderboard } from "@/lib/leaderboard/data";
import { recomputeBoards } from "@/lib/leaderboard/mutations";
import { appendLedger } from "@/lib/ledger/mutations";
import { castVote } from "@/lib/vote/mutations";
import type { Outcome } from "@/lib/vote/schema";
import { addRecords } from "@/lib/vote/vote-record";

const OUTCOMES: Outcome[] = ["left", "right", "left", "tie", "both_bad", "left", "right", "left"];

async function vote(db: ReturnType<typeof connect>["db"], count: number) {
  const expected = { wins: 0, losses: 0, ties: 0, bothBad: 0 };
  for (let seed = 0; seed < count; seed++) {
    const outcome = OUTCOMES[seed % OUTCOMES.length] ?? "tie";
    const battle = await openBattle(db, { seed });
    await castVote({ ...battle, outcome }, db);
    const row = await db.battle.findUniqueOrThrow({
      where: { id: battle.battleId },
      select: { left: { select: { entrant: { select: { slug: true } } } } },
    });
    const isFirstLeft = row.left.entrant.slug === "entrant-0";
    if (outcome === "tie") expected.ties++;
    else if (outcome === "both_bad") expected.bothBad++;
    else if ((outcome === "left") === isFirstLeft) expected.wins++;
    else expected.losses++;
  }
  return expected;
}

it("counts both orders of a pair as one record, from the first entrant's side", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 2 });
  const expected = await vote(db, OUTCOMES.length);
  await appendLedger(db);
  const comparison = await getComparison("entrant-0", "entrant-1", db);
  const scopes = comparison?.scopes ?? [];
  expect(addRecords(scopes.map(({ record }) => record))).toEqual(expected);
  expect(scopes.every(({ track }) => track.name === "Text to 3D")).toBe(true);

  const turned = await getComparison("entrant-1", "entrant-0", db);
  expect(turned?.scopes.map(({ record }) => record.wins)).toEqual(
    scopes.map(({ record }) => record.losses),
  );
  expect(await getComparison("entrant-0", "entrant-0", db)).toBeNull();
  expect(await getComparison("entrant-0", "nobody", db)).toBeNull();
});

it("reads the two predictions that the board's newest snapshot holds", async () => {
  const { db, pool } = await createTestDatabase();
  await createWorld(db, { entrants: 4, prompts: 3 });
  await vote(db, 60);
  await recomputeBoards(db, pool);
  for (const board of ["all", TRACK, `${TRACK}/odd`]) {
    const matrix = (await getLeaderboard(board, db))?.matrix;
    const a = matrix?.order.indexOf("entrant-3") ?? -1;
    const b = matrix?.order.indexOf("entrant-1") ?? -1;
    expect(matrix?.predicted[a]?.[b]).toEqual(expect.any(Number));
    const pair = { first: "entrant-3", second: "entrant-1" };
    expect(await getPrediction({ board, ...pair }, db)).toEqual({
      computedAt: expect.stringMatching(/Z$/),
      trackName: board === "all" ? null : "Text to 3D",
      winRate: matrix?.predicted[a]?.[b],
      above: matrix?.above[a]?.[b],
    });
  }
  const stranger = { board: "all", first: "entrant-3", second: "nobody" };
  expect(await getPrediction(stranger, db)).toMatchObject({ winRate: null, above: null });
  expect(await getPrediction({ ...stranger, board: "no-such" }, db)).toBeNull();
});

it("finds a pair's page by its address, and nothing at a wrong one", async () => {
  const { db, pool } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 3 });
  await vote(db, 40);
  await recomputeBoards(db, pool);
  const find = (query: unknown, second = "entrant-1") =>
    findComparisonDetail({ first: "entrant-0", second, query, voterId: null }, db);
  const detail = await find({ board: `${TRACK}/odd`, outcome: "loss" });
  const [odd] = detail?.comparison.scopes.filter(({ category }) => category === "odd") ?? [];
  expect(detail).toMatchObject({ boardLabel: "Text to 3D · odd", record: odd?.record });
  expect(detail?.battles.battles).toHaveLength(odd?.record.losses ?? -1);
  expect(await find({})).toMatchObject({ board: "all", boardLabel: "All tracks", isOlder: false });
  const wrong = [
    ...[{ board: "no/such" }, { board: "No such" }, { board: ["all", "all"] }, { outcome: "won" }],
    ...[{ before: "yesterday" }, { before: "1-2" }],
  ];
  for (const query of wrong) expect(await find(query)).toBeNull();
  for (const second of ["entrant-0", "nobody", "a\u0000b", "A b", ""])
    expect(await find({}, second)).toBeNull();
});
