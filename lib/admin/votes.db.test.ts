import { expect, it } from "vitest";
import { getArenaStatus } from "@/lib/admin/status";
import { listVotes, VOTE_PAGE_SIZE } from "@/lib/admin/vote-list";
import { getVoteRate } from "@/lib/admin/vote-rate";
import type { VoteQuery } from "@/lib/admin/vote-schema";
import { getVoterProfile } from "@/lib/admin/voter-profile";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { excludeVotes, restoreVotes } from "@/lib/exclusion/mutations";
import { recomputeBoards } from "@/lib/leaderboard/mutations";
import { appendLedger } from "@/lib/ledger/mutations";
import { castVote } from "@/lib/vote/mutations";

const actor = { userId: null, name: "a maintainer" };

async function vote({ db }: TestDatabase, count: number): Promise<void> {
  for (let seed = 0; seed < count; seed++) {
    const battle = await openBattle(db, { seed });
    await castVote({ ...battle, outcome: seed % 3 === 0 ? "right" : "left" }, db);
  }
  await appendLedger(db);
}

/** Every vote that pages of this list give, one page after the other. */
async function readAll({ db }: TestDatabase, query: VoteQuery) {
  const votes = [];
  let before: string | undefined;
  do {
    const page = await listVotes({ ...query, before }, db);
    votes.push(...page.votes);
    before = page.next ?? undefined;
  } while (before);
  return votes;
}

it("pages through all votes, one entrant's and the excluded ones, newest first and each once", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createWorld(db, { entrants: 3, prompts: 2 });
  const count = VOTE_PAGE_SIZE + 20;
  await vote(database, count);
  const all = await readAll(database, {});
  expect(all.map(({ seq }) => seq)).toEqual(
    Array.from({ length: count }, (_, index) => count - index),
  );

  const slug = "entrant-1";
  const expected = all.filter(({ left, right }) => left.slug === slug || right.slug === slug);
  expect((await readAll(database, { entrant: slug })).map(({ id }) => id).sort()).toEqual(
    expected.map(({ id }) => id).sort(),
  );
  const voteIds = all.filter((_, index) => index % 2 === 0).map(({ id }) => id);
  await excludeVotes({ votes: { voteIds }, reason: "test", actor }, db);
  await restoreVotes({ votes: { voteIds: voteIds.slice(0, 1) }, actor }, db);
  const excluded = await readAll(database, { show: "excluded" });
  expect(excluded.map(({ id }) => id)).toEqual(voteIds.slice(1));
  expect(excluded[0]?.excluded).toMatchObject({ reason: "test" });
  const both = await readAll(database, { show: "excluded", entrant: slug });
  expect(both.map(({ id }) => id)).toEqual(
    expected.map(({ id }) => id).filter((id) => voteIds.slice(1).includes(id)),
  );
  expect(await listVotes({ voter: "unknown" }, db)).toEqual({ votes: [], next: null });
});

it("tells a voter's sides, skips and how many others agree, the own vote left out", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createWorld(db, { entrants: 2, prompts: 1 });
  // One pair of creations: whoever calls the same entrant the better one agrees, whichever side it is on.
  const winners = ["entrant-0", "entrant-0", "entrant-0", "entrant-1"];
  let last = "";
  for (const [seed, winner] of winners.entries()) {
    const battle = await openBattle(db, { seed });
    const { left } = await db.battle.findUniqueOrThrow({
      where: { id: battle.battleId },
      select: { left: { select: { entrant: { select: { slug: true } } } } },
    });
    const outcome = left.entrant.slug === winner ? "left" : "right";
    await castVote({ ...battle, outcome }, db);
    last = battle.voterId;
  }
  const first = await db.vote.findFirstOrThrow({ orderBy: { createdAt: "asc" } });
  const pseudonymOf = async (id: string) =>
    (await db.voter.findUniqueOrThrow({ where: { id } })).pseudonym;
  await appendLedger(db);
  const agreeing = await getVoterProfile(await pseudonymOf(first.voterId), db);
  expect(agreeing).toMatchObject({ votes: 1, excluded: 0, agreement: { same: 2, n: 3 } });
  expect(await getVoterProfile(await pseudonymOf(last), db)).toMatchObject({
    agreement: { same: 0, n: 3 },
  });
  await excludeVotes({ votes: { voteIds: [first.id] }, reason: "test", actor }, db);
  await appendLedger(db);
  expect(await getVoterProfile(await pseudonymOf(first.voterId), db)).toMatchObject({
    excluded: 1,
    agreement: { same: 2, n: 3 },
  });
  expect(await getVoterProfile("unknown", db)).toBeNull();
});

it("counts votes a minute from the ledger, exclusions and restores left out", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createWorld(db, { entrants: 3, prompts: 2 });
  expect(await getVoteRate(db)).toEqual({ minutes: Array(60).fill(0), lastMinute: 0 });
  await vote(database, 12);
  const votes = await db.vote.findMany({ select: { id: true }, take: 4 });
  const voteIds = votes.map(({ id }) => id);
  await excludeVotes({ votes: { voteIds }, reason: "test", actor }, db);
  await appendLedger(db);
  expect((await getVoteRate(db)).lastMinute).toBe(12);

  // The same events as if they had come 12 to 1 minutes ago, one a minute; the exclusions in the last of those.
  await db.$executeRaw`ALTER TABLE ledger DISABLE TRIGGER ledger_append_only`;
  await db.$executeRaw`
    UPDATE ledger SET at = date_trunc('minute', now()) - make_interval(mins => greatest(1, 13 - seq::int)) + interval '1 second'`;
  const rate = await getVoteRate(db);
  expect(rate.minutes).toEqual([...Array(48).fill(0), ...Array(12).fill(1)]);
  await recomputeBoards(db, database.pool);
  expect(await getArenaStatus(db, database.pool)).toMatchObject({
    votes: { counted: 8 },
    ledger: { waiting: 0, lastSeq: 16 },
    queue: null,
    worker: { isAlive: false, age: null },
    plan: { votes: 8, dueAtVotes: 9 },
  });
});
