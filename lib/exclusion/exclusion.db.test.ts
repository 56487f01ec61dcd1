import { expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { excludeVotes, restoreVotes } from "@/lib/exclusion/mutations";
import { getLeaderboard } from "@/lib/leaderboard/data";
import { recomputeBoards, refreshBoards } from "@/lib/leaderboard/mutations";
import { verifyLedger } from "@/lib/ledger/verify";
import { castVote } from "@/lib/vote/mutations";
import type { Outcome } from "@/lib/vote/schema";

const OUTCOMES: Outcome[] = ["left", "right", "left", "tie", "right", "both_bad"];
const actor = { userId: null, name: "a maintainer" };

type Voted = { voteIds: string[]; voter: string };

/** So many votes of one new voter. */
async function voteAs({ db }: TestDatabase, seed: number, count: number): Promise<Voted> {
  let voterId: string | undefined;
  for (let index = 0; index < count; index++) {
    const battle = await openBattle(db, { seed: seed + index, ...(voterId && { voterId }) });
    voterId = battle.voterId;
    await castVote({ ...battle, outcome: OUTCOMES[(seed + index) % 6] ?? "tie" }, db);
  }
  const votes = await db.vote.findMany({ where: { voterId: voterId ?? "" }, select: { id: true } });
  const voter = await db.voter.findUniqueOrThrow({
    where: { id: voterId ?? "" },
    select: { pseudonym: true },
  });
  return { voteIds: votes.map(({ id }) => id), voter: voter.pseudonym };
}

it("excludes and restores in bulk, and the board comes back to the same digits", async () => {
  const database = await createTestDatabase();
  const { db, pool } = database;
  await createWorld(db, { entrants: 4, prompts: 4 });
  const many = await voteAs(database, 1, 5);
  for (let seed = 10; seed < 40; seed += 3) await voteAs(database, seed, 3);
  await recomputeBoards(db, pool);
  const before = await getLeaderboard("all", db);

  const votes = { voter: many.voter };
  expect(await excludeVotes({ votes, reason: "automated", actor }, db)).toBe(5);
  await refreshBoards(db);
  const between = await getLeaderboard("all", db);
  expect(between?.votes).toBe(30);
  expect(between?.entrants).not.toEqual(before?.entrants);

  expect(await restoreVotes({ votes: { voteIds: many.voteIds }, actor }, db)).toBe(5);
  await refreshBoards(db);
  const after = await getLeaderboard("all", db);
  expect(after).toEqual({
    ...before,
    computedAt: after?.computedAt,
    throughSeq: Number(before?.throughSeq) + 10,
  });
  expect(await verifyLedger(db)).toMatchObject({ isGapless: true, differences: [] });
});

it("writes one entry of the audit log for what really changed, whose votes, how many and which", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createWorld(db, { entrants: 3, prompts: 3 });
  const first = await voteAs(database, 1, 2);
  const second = await voteAs(database, 9, 1);
  const voteIds = [...first.voteIds, ...second.voteIds];
  await excludeVotes({ votes: { voteIds }, reason: "test", actor }, db);
  expect(await excludeVotes({ votes: { voteIds }, reason: "automated", actor }, db)).toBe(0);
  await restoreVotes({ votes: { voteIds: first.voteIds }, actor }, db);
  expect(await restoreVotes({ votes: { voter: first.voter }, actor }, db)).toBe(0);

  const entries = await db.auditEntry.findMany({ orderBy: { id: "asc" } });
  expect(entries).toMatchObject([
    {
      actor: "a maintainer",
      action: "votes.exclude",
      subject: "3 votes",
      before: null,
      after: { reason: "test", votes: 3, voteIds: expect.arrayContaining(voteIds) },
    },
    {
      action: "votes.restore",
      subject: `voter ${first.voter}`,
      before: { reason: "test" },
      after: { votes: 2, voteIds: expect.arrayContaining(first.voteIds) },
    },
  ]);
  expect(entries).toHaveLength(2);
});

it("changes nothing and records nothing when one vote of many is unknown, or the log cannot be written", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createWorld(db, { entrants: 3, prompts: 3 });
  const { voteIds } = await voteAs(database, 1, 2);
  const unknown = { voteIds: [...voteIds, "01999999-0000-7000-8000-000000000000"] };
  await expect(excludeVotes({ votes: unknown, reason: "test", actor }, db)).rejects.toMatchObject({
    code: "not_found",
  });
  await expect(
    excludeVotes({ votes: { voter: "nobody" }, reason: "test", actor }, db),
  ).rejects.toMatchObject({ code: "not_found" });
  // An actor whose account is not there: the entry breaks its foreign key after the exclusion was written.
  const ghost = { userId: "01999999-0000-7000-8000-000000000000", name: "ghost" };
  await expect(
    excludeVotes({ votes: { voteIds }, reason: "test", actor: ghost }, db),
  ).rejects.toThrow();
  expect(await db.exclusion.count()).toBe(0);
  expect(await db.auditEntry.count()).toBe(0);
});

it("lets two maintainers act on the same votes at once: one of them excludes each vote", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createWorld(db, { entrants: 4, prompts: 4 });
  const { voteIds } = await voteAs(database, 1, 6);
  const reversed = [...voteIds].reverse();
  const changed = await Promise.all(
    [voteIds, reversed, voteIds, reversed].map((ids) =>
      excludeVotes({ votes: { voteIds: ids }, reason: "test", actor }, db),
    ),
  );
  expect(changed.reduce((sum, count) => sum + count)).toBe(6);
  const restored = await Promise.all(
    [voteIds, reversed, voteIds].map((ids) => restoreVotes({ votes: { voteIds: ids }, actor }, db)),
  );
  expect(restored.reduce((sum, count) => sum + count)).toBe(6);
  await refreshBoards(db);
  expect(await verifyLedger(db)).toMatchObject({ isGapless: true, differences: [] });
});
