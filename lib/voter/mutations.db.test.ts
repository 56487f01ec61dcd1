import { v4 as uuidv4 } from "uuid";
import { beforeEach, expect, test } from "vitest";
import { getAccount } from "@/lib/account/data";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { castVote } from "@/lib/vote/mutations";
import { ensureVoterOf, linkVoter } from "@/lib/voter/mutations";

let database: TestDatabase;
let ada: string;
let bob: string;

beforeEach(async () => {
  database = await createTestDatabase();
  const create = (email: string) =>
    database.db.user.create({ data: { email }, select: { id: true } });
  ada = (await create("ada@example.org")).id;
  bob = (await create("bob@example.org")).id;
});

function link(userId: string, voterId: string) {
  return linkVoter({ userId, voterId }, database.db);
}

async function vote(seed: number, voterId?: string): Promise<string> {
  const battle = await openBattle(database.db, { seed, voterId });
  await castVote({ ...battle, outcome: "left" }, database.db);
  return battle.voterId;
}

test("a voter who signs in keeps the votes of the cookie, of every browser", async () => {
  await createWorld(database.db, { entrants: 3, prompts: 3 });
  const laptop = await vote(1);
  await vote(2, laptop);
  const phone = await vote(3);
  await vote(4);
  expect(await link(ada, laptop)).toBe(ada);
  expect((await getAccount(ada, database.db)).votes).toEqual({ given: 2, counted: 2 });
  expect(await link(ada, phone)).toBe(ada);
  expect((await getAccount(ada, database.db)).votes).toEqual({ given: 3, counted: 3 });

  const excluded = await database.db.vote.findFirstOrThrow({ where: { voterId: phone } });
  await database.db.exclusion.create({ data: { voteId: excluded.id, reason: "test" } });
  expect((await getAccount(ada, database.db)).votes).toEqual({ given: 3, counted: 2 });
  await database.db.exclusion.updateMany({ data: { restoredAt: new Date() } });
  expect((await getAccount(ada, database.db)).votes).toEqual({ given: 3, counted: 3 });
});

test("a voter is one user's for good", async () => {
  const voterId = uuidv4();
  expect(await link(ada, voterId)).toBe(ada);
  expect(await link(bob, voterId)).toBe(ada);
  expect(await link(ada, voterId)).toBe(ada);
  expect(await database.db.voter.count()).toBe(1);
});

test("a cookie that is older than its first battle is linked as well", async () => {
  await createWorld(database.db, { entrants: 2, prompts: 1 });
  const voterId = uuidv4();
  await link(ada, voterId);
  await vote(1, voterId);
  expect((await getAccount(ada, database.db)).votes.given).toBe(1);
});

test("whoever comes with a new browser is the newest voter they were, or a new one that is theirs", async () => {
  const first = await ensureVoterOf(ada, database.db);
  expect(await ensureVoterOf(ada, database.db)).toBe(first);
  const newer = uuidv4();
  await link(ada, newer);
  expect(await ensureVoterOf(ada, database.db)).toBe(newer);
  expect(await ensureVoterOf(bob, database.db)).not.toBe(newer);
});
