import { expect, it } from "vitest";
import { TERMINAL } from "@/lib/audit/schema";
import { BATTLES_A_PAGE, listVotedBattles } from "@/lib/battle/list";
import {
  battleCursorSchema,
  type ListedBattle,
  type PairOutcome,
  pairOutcomeSchema,
} from "@/lib/battle/list-schema";
import { getComparison } from "@/lib/compare/data";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle, TRACK } from "@/lib/database/test-world";
import type { connect } from "@/lib/db";
import { excludeVotes, restoreVotes } from "@/lib/exclusion/mutations";
import type { BoardScope } from "@/lib/leaderboard/scope";
import { appendLedger } from "@/lib/ledger/mutations";
import { castVote } from "@/lib/vote/mutations";
import type { Outcome } from "@/lib/vote/schema";
import { addRecords } from "@/lib/vote/vote-record";

type Client = ReturnType<typeof connect>["db"];
type Of = Parameters<typeof listVotedBattles>[0]["of"];

const OUTCOMES: Outcome[] = ["left", "right", "tie", "left", "both_bad", "right", "left"];

/** As many votes as asked for, each of another voter. */
async function vote(db: Client, count: number): Promise<void> {
  for (let seed = 0; seed < count; seed++) {
    const battle = await openBattle(db, { seed });
    await castVote({ ...battle, outcome: OUTCOMES[seed % OUTCOMES.length] ?? "tie" }, db);
  }
}

/** Every page of a list, from the newest on. */
async function listAll(of: Of, db: Client): Promise<ListedBattle[][]> {
  const pages: ListedBattle[][] = [];
  let before: string | null = null;
  do {
    const cursor = before === null ? null : battleCursorSchema.parse(before);
    const page = await listVotedBattles({ of, before: cursor, withheld: new Set() }, db);
    pages.push(page.battles);
    before = page.next;
  } while (before !== null);
  return pages;
}

it("agrees with the tallies for each outcome and each board, with votes excluded and restored", async () => {
  const { db } = await createTestDatabase();
  const { entrants } = await createWorld(db, { entrants: 3, prompts: 4 });
  await vote(db, 45);
  const votes = await db.vote.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  for (const [index, { id }] of votes.entries()) {
    if (index % 3 === 0)
      await excludeVotes({ votes: { voteIds: [id] }, reason: "test", actor: TERMINAL }, db);
    if (index % 6 === 0) await restoreVotes({ votes: { voteIds: [id] }, actor: TERMINAL }, db);
  }
  await appendLedger(db);

  const [firstId = "", secondId = ""] = entrants;
  const comparison = await getComparison("entrant-0", "entrant-1", db);
  const scopes: BoardScope[] = [
    {},
    { track: TRACK },
    { track: TRACK, category: "even" },
    { track: TRACK, category: "odd" },
  ];
  const count = async (scope: BoardScope, outcome: PairOutcome) =>
    (await listAll({ firstId, secondId, scope, outcome }, db)).flat().length;
  for (const scope of scopes) {
    const records = comparison?.scopes.filter(
      ({ category }) => !scope.category || scope.category === category,
    );
    const { wins, losses, ties, bothBad } = addRecords(records?.map(({ record }) => record) ?? []);
    const listed = pairOutcomeSchema.options.map((outcome) => count(scope, outcome));
    expect(await Promise.all(listed)).toEqual([wins, losses, ties, bothBad]);
    const all = (await listAll({ firstId, secondId, scope }, db)).flat();
    expect(all).toHaveLength(wins + losses + ties + bothBad);
    expect(all.length).toBeGreaterThan(0);
    for (const { left, right } of all)
      expect([left.slug, right.slug].sort()).toEqual(["entrant-0", "entrant-1"]);
  }
  const other = await listVotedBattles(
    {
      of: { firstId, secondId, scope: { track: "image-to-3d" } },
      before: null,
      withheld: new Set(),
    },
    db,
  );
  expect(other).toEqual({ battles: [], next: null });
});

it("pages through battles of one moment without a gap or a double, newest first", async () => {
  const { db } = await createTestDatabase();
  const { entrants, prompts } = await createWorld(db, { entrants: 2, prompts: 1 });
  const total = 2 * BATTLES_A_PAGE + 3;
  await vote(db, total);
  const [firstId = "", secondId = ""] = entrants;
  const [promptId = ""] = prompts;
  const inOrder = (await listAll({ firstId, secondId }, db)).flat().map(({ votedAt }) => votedAt);
  expect(inOrder).toEqual([...inOrder].sort().reverse());

  await db.$executeRaw`UPDATE battles SET voted_at = '2026-01-01 12:00:00.123Z'`;
  for (const of of [{ firstId, secondId }, { promptId }, { promptId, track: TRACK }]) {
    const pages = await listAll(of, db);
    expect(pages.map(({ length }) => length)).toEqual([BATTLES_A_PAGE, BATTLES_A_PAGE, 3]);
    const ids = pages.flat().map(({ id }) => id);
    expect(new Set(ids).size).toBe(total);
    expect(ids).toEqual([...ids].sort().reverse());
  }
});

it("lists a prompt's battles of one creation, and no picture of a withheld prompt or a hidden creation", async () => {
  const { db } = await createTestDatabase();
  const { prompts } = await createWorld(db, { entrants: 3, prompts: 1 });
  await vote(db, 12);
  const [promptId = ""] = prompts;
  const read = (withheld: string[], creationId: string | null = null) =>
    listVotedBattles(
      { of: { promptId, creationId }, before: null, withheld: new Set(withheld) },
      db,
    );
  const { battles } = await read([]);
  expect(battles).toHaveLength(12);
  const creationId = battles[0]?.left.creationId ?? "";
  const ofOne = battles.filter(({ left, right }) =>
    [left.creationId, right.creationId].includes(creationId),
  );
  expect((await read([], creationId)).battles).toEqual(ofOne);
  expect(ofOne.length).toBeLessThan(12);

  for (const battle of (await read([promptId])).battles) {
    expect(battle).toMatchObject({ isWithheld: true, left: { creationId: null } });
    expect(battle.right).toMatchObject({
      creationId: null,
      name: expect.stringContaining("Entrant"),
    });
  }

  await db.creation.update({ where: { id: creationId }, data: { hiddenAt: new Date() } });
  const shown = (await read([])).battles.flatMap(({ left, right }) => [left, right]);
  expect(shown.filter((side) => side.creationId === null)).toHaveLength(ofOne.length);
  expect(shown.some((side) => side.creationId === creationId)).toBe(false);
});
