import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it, onTestFinished } from "vitest";
import { TERMINAL } from "@/lib/audit/schema";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { childEnvironment } from "@/lib/env";
import { excludeVotes, restoreVotes } from "@/lib/exclusion/mutations";
import { getLeaderboard } from "@/lib/leaderboard/data";
import { recomputeBoards, refreshBoards } from "@/lib/leaderboard/mutations";
import { appendLedger } from "@/lib/ledger/mutations";
import { verifyLedger } from "@/lib/ledger/verify";
import { castVote } from "@/lib/vote/mutations";
import type { Outcome } from "@/lib/vote/schema";

const OUTCOMES: Outcome[] = ["left", "right", "left", "tie", "both_bad"];

function launchWorker(databaseUrl: string): ChildProcess {
  return spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/worker.ts"],
    {
      env: childEnvironment({ DATABASE_URL: databaseUrl, LOG_LEVEL: "error" }),
      stdio: ["ignore", "ignore", "inherit"],
    },
  );
}

async function kill(worker: ChildProcess): Promise<void> {
  const ended = once(worker, "exit");
  worker.kill("SIGKILL");
  await ended;
}

it("stays gapless and true under 8 writers, 2,000 votes, exclusions, recomputes and a worker killed with -9", {
  timeout: 180_000,
}, async () => {
  const { db, pool, url } = await createTestDatabase();
  await createWorld(db, { entrants: 5, prompts: 4 });
  let worker = launchWorker(url);
  onTestFinished(() => kill(worker));

  const acknowledged: string[] = [];
  let slowestMs = 0;
  const write = async (writer: number) => {
    for (let index = 0; index < 250; index++) {
      const seed = writer * 1_000 + index;
      const battle = await openBattle(db, { seed });
      const begun = performance.now();
      await castVote({ ...battle, outcome: OUTCOMES[seed % 5] ?? "tie" }, db);
      slowestMs = Math.max(slowestMs, performance.now() - begun);
      acknowledged.push(battle.battleId);
      if (index % 10 !== 9) continue;
      const { id: voteId } = await db.vote.findUniqueOrThrow({
        where: { battleId: battle.battleId },
        select: { id: true },
      });
      const voted = { votes: { voteIds: [voteId] }, actor: TERMINAL };
      await excludeVotes({ ...voted, reason: "test" }, db);
      await excludeVotes({ ...voted, reason: "duplicate" }, db);
      if (index % 20 === 19) await restoreVotes(voted, db);
    }
  };
  let isWriting = true;
  const disturb = async () => {
    for (let round = 0; isWriting; round++) {
      await (round % 2 === 0 ? refreshBoards(db) : recomputeBoards(db, pool));
      const { isGapless, differences } = await verifyLedger(db);
      expect({ isGapless, differences }).toEqual({ isGapless: true, differences: [] });
      if (round === 2) {
        await kill(worker);
        worker = launchWorker(url);
      }
      await sleep(100);
    }
  };
  const disturbing = disturb();
  await Promise.all(Array.from({ length: 8 }, (_, writer) => write(writer)));
  isWriting = false;
  await disturbing;
  await refreshBoards(db);

  expect(slowestMs).toBeLessThan(1_000);
  const report = await verifyLedger(db);
  expect(report.isGapless).toBe(true);
  expect(report.differences).toEqual([]);
  // 2,000 votes, 200 exclusions (the second of each changed nothing), 96 restores.
  expect(report.events).toBe(2_296n);
  expect(await db.ledgerInbox.count()).toBe(0);
  const stored = await db.vote.findMany({ select: { battleId: true } });
  expect(stored.map(({ battleId }) => battleId).sort()).toEqual([...acknowledged].sort());
  expect((await getLeaderboard("all", db))?.votes).toBe(1_896);
});

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
