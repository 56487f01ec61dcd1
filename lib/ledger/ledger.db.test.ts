import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { refreshBoards } from "@/lib/leaderboard/mutations";
import { appendLedger } from "@/lib/ledger/mutations";
import { verifyLedger } from "@/lib/ledger/verify";
import { castVote } from "@/lib/vote/mutations";

it("places votes in the order they became visible, late commits after", async () => {
  const { db, pool } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const battles = await Promise.all([1, 2].map((seed) => openBattle(db, { seed })));
  const [early, late] = battles;
  if (!early || !late) throw new Error("two battles expected");

  // The late one takes its inbox number first and commits last.
  const client = await pool.connect();
  await client.query("BEGIN");
  await client.query("SELECT nextval('ledger_inbox_id_seq')");
  await client.query(
    `WITH v AS (INSERT INTO votes (id, battle_id, voter_id, outcome)
                VALUES (gen_random_uuid(), $1, $2, 'left') RETURNING id)
     INSERT INTO ledger_inbox (kind, vote_id) SELECT 'vote', id FROM v`,
    [late.battleId, late.voterId],
  );
  await castVote({ ...early, outcome: "right" }, db);
  expect(await appendLedger(db)).toBe(1);
  await client.query("COMMIT");
  client.release();
  expect(await appendLedger(db)).toBe(1);

  const rows = await db.ledger.findMany({
    orderBy: { seq: "asc" },
    select: { seq: true, vote: { select: { battleId: true } } },
  });
  expect(rows).toEqual([
    { seq: 1n, vote: { battleId: early.battleId } },
    { seq: 2n, vote: { battleId: late.battleId } },
  ]);
});

it("refuses any change to a vote or a ledger row", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  await castVote({ ...(await openBattle(db, { seed: 1 })), outcome: "tie" }, db);
  await refreshBoards(db);
  for (const sql of [
    "UPDATE votes SET outcome = 'left'",
    "DELETE FROM votes",
    "UPDATE ledger SET seq = seq + 1",
    "DELETE FROM ledger",
    "UPDATE snapshots SET votes = 7",
  ])
    await expect(db.$executeRawUnsafe(sql)).rejects.toThrow(/append-only/);
});

it("finds a tally that somebody changed", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  await castVote({ ...(await openBattle(db, { seed: 1 })), outcome: "tie" }, db);
  await appendLedger(db);
  await db.$executeRaw`UPDATE tallies SET ties = ties + 1`;
  const { differences } = await verifyLedger(db);
  expect(differences).toMatchObject([{ stored: "0 0 2 0", rebuilt: "0 0 1 0" }]);
});
