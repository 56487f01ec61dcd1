import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle, TRACK } from "@/lib/database/test-world";
import { readBoardInputs } from "@/lib/leaderboard/board-inputs";
import { getBootstrap, listBootstrapStates, storeBootstrap } from "@/lib/leaderboard/bootstraps";
import { selectBoard } from "@/lib/leaderboard/compute";
import { makeDueBootstrap } from "@/lib/leaderboard/keep-bootstraps";
import { refreshBoards } from "@/lib/leaderboard/mutations";
import { bootstrapRatings } from "@/lib/rating/bootstrap";
import { castVote } from "@/lib/vote/mutations";

const OUTCOMES = ["left", "right", "tie", "left", "both_bad"] as const;

type Client = Awaited<ReturnType<typeof createTestDatabase>>["db"];

async function vote(db: Client, count: number, from: number): Promise<void> {
  for (let seed = from; seed < from + count; seed++) {
    const outcome = OUTCOMES[seed % OUTCOMES.length] ?? "tie";
    await castVote({ ...(await openBattle(db, { seed })), outcome }, db);
  }
  await refreshBoards(db);
}

const go = () => new AbortController().signal;

async function makeAll(db: Client): Promise<string[]> {
  const made: string[] = [];
  for (;;) {
    const board = await makeDueBootstrap(go(), db);
    if (board === null) return made;
    made.push(board);
  }
}

it("makes one of each board once anyone is rated, to the last digit, and the next when enough votes came", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  await refreshBoards(db);
  expect(await makeAll(db)).toEqual([]);
  expect(await getBootstrap("all", db)).toBeNull();

  await vote(db, 30, 0);
  const boards = ["all", "text-to-3d", "text-to-3d/even", "text-to-3d/odd"];
  expect(await makeAll(db)).toEqual(boards);
  expect(await makeAll(db)).toEqual([]);
  const { slugs, tallies } = selectBoard("all", await readBoardInputs("all", db));
  const { computedAt, ...stored } = (await getBootstrap("all", db)) ?? { computedAt: "" };
  expect(stored).toEqual({
    ...bootstrapRatings({ entrants: slugs, tallies, seed: 0 }),
    ...{ throughSeq: 30, votes: 30 },
  });
  expect(Math.abs(Date.now() - Date.parse(computedAt))).toBeLessThan(60_000);

  // Fifty votes more for the wide boards, about half of that for each category.
  await vote(db, 50, 30);
  expect(await makeAll(db)).toEqual(["all", "text-to-3d"]);
  expect(await getBootstrap("all", db)).toMatchObject({ votes: 80, throughSeq: 80 });
});

it("never replaces a bootstrap by one of fewer events", async () => {
  const { db } = await createTestDatabase();
  const bootstrap = { seed: 0, rounds: 1, dropped: 0, entrants: [] };
  await storeBootstrap("all", { ...bootstrap, votes: 20, throughSeq: 20 }, db);
  await storeBootstrap("all", { ...bootstrap, votes: 10, throughSeq: 10 }, db);
  expect(await getBootstrap("all", db)).toMatchObject({ votes: 20, throughSeq: 20 });
});

it("stops when it is told to, in the middle of one, and loses nothing", async () => {
  const { db } = await createTestDatabase();
  const { entrants } = await createWorld(db, { entrants: 40, prompts: 1 });
  await db.tally.createMany({
    data: entrants.flatMap((left) =>
      entrants
        .filter((right) => right !== left)
        .map((right) => ({
          ...{ trackSlug: TRACK, category: "even", display: "clay" as const },
          ...{ leftEntrantId: left, rightEntrantId: right, leftWins: 2, rightWins: 1 },
        })),
    ),
  });
  await refreshBoards(db);
  const stop = new AbortController();
  const making = makeDueBootstrap(stop.signal, db);
  setTimeout(() => stop.abort(), 50);
  await expect(making).rejects.toThrow(/abort/i);
  const states = await listBootstrapStates(db);
  expect(states.map(({ bootstrapVotes }) => bootstrapVotes)).toEqual([null, null, null]);
});
