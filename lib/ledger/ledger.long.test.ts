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
