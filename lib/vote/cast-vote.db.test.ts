import { v4 as uuidv4 } from "uuid";
import { expect, it } from "vitest";
import { BATTLE_LIFETIME_MS, serveBattle, skipBattle } from "@/lib/battle/mutations";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { AppError } from "@/lib/errors";
import { appendLedger } from "@/lib/ledger/mutations";
import { seededRandom } from "@/lib/random";
import { getReveal } from "@/lib/vote/data";
import { castVote } from "@/lib/vote/mutations";
import type { Outcome, VoteResult } from "@/lib/vote/schema";

async function refusal(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => null,
    (caught: unknown) => caught,
  );
  if (!(error instanceof AppError)) throw new Error(`expected a refusal, got ${String(error)}`);
  return error;
}

it("stores one vote with its engagement and reveals both entrants", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const battle = await openBattle(db, { seed: 1 });
  const engagement = {
    msToVote: 4_000,
    msVisible: 3_500,
    orbited: { left: true, right: false },
    shading: "clay",
    linked: false,
    viewer: "webgl",
    device: "fine",
  } as const;
  const { outcome, reveal } = await castVote({ ...battle, outcome: "tie", engagement }, db);
  expect(outcome).toBe("tie");
  expect([reveal.left.slug, reveal.right.slug].sort()).toEqual(["entrant-0", "entrant-1"]);
  expect(reveal.agreement).toBeNull();
  const vote = await db.vote.findUniqueOrThrow({ where: { battleId: battle.battleId } });
  expect(vote).toMatchObject({
    outcome: "tie",
    msToVote: 4_000,
    msVisible: 3_500,
    orbitedLeft: true,
    orbitedRight: false,
    shading: "clay",
    linked: false,
    viewer: "webgl",
    device: "fine",
  });
});

it("stores exactly one of 50 parallel votes; the others get the stored outcome and reveal", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const battle = await openBattle(db, { seed: 1 });
  const outcomes: Outcome[] = ["left", "right", "tie", "both_bad"];
  const results = await Promise.allSettled(
    Array.from({ length: 50 }, (_, index) =>
      castVote({ ...battle, outcome: outcomes[index % 4] ?? "tie" }, db),
    ),
  );
  const stored = results.filter((result) => result.status === "fulfilled");
  expect(stored).toHaveLength(1);
  const winner = stored[0]?.value;
  for (const result of results) {
    if (result.status === "fulfilled") continue;
    expect(result.reason).toMatchObject({ code: "already_voted", details: winner });
  }
  expect(await db.vote.count()).toBe(1);
  expect(await db.ledgerInbox.count()).toBe(1);
});

it("refuses another voter, an unknown battle, an expired and a skipped one", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  const battle = await openBattle(db, { seed: 1 });
  const stranger = { ...battle, voterId: uuidv4(), outcome: "left" as const };
  expect((await refusal(castVote(stranger, db))).status).toBe(403);
  const unknown = { ...battle, battleId: uuidv4(), outcome: "left" as const };
  expect((await refusal(castVote(unknown, db))).status).toBe(404);

  await db.battle.update({
    where: { id: battle.battleId },
    data: { expiresAt: new Date(Date.now() - 1) },
  });
  expect((await refusal(castVote({ ...battle, outcome: "left" }, db))).status).toBe(410);

  const next = await openBattle(db, { seed: 2, voterId: battle.voterId });
  expect(next.battleId).not.toBe(battle.battleId);
  await skipBattle(next, db);
  await skipBattle(next, db);
  expect(await db.skip.count()).toBe(1);
  expect((await refusal(castVote({ ...next, outcome: "left" }, db))).status).toBe(410);
  expect(await db.vote.count()).toBe(0);
});

it("serves the open battle again, also to 20 requests at once, and every pair only once", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 1 });
  const voterId = uuidv4();
  const seen = new Set<string>();
  for (let round = 0; round < 3; round++) {
    const served = await Promise.all(
      Array.from({ length: 20 }, (_, seed) =>
        serveBattle({ voterId, request: {}, random: seededRandom(seed) }, db),
      ),
    );
    expect(new Set(served.map(({ battle }) => battle.id)).size).toBe(1);
    expect(served.filter(({ isNew }) => isNew)).toHaveLength(1);
    const battleId = served[0]?.battle.id ?? "";
    const row = await db.battle.findUniqueOrThrow({ where: { id: battleId } });
    expect(row.expiresAt.getTime() - (row.shownAt?.getTime() ?? 0)).toBe(BATTLE_LIFETIME_MS);
    seen.add([row.leftCreationId, row.rightCreationId].sort().join());
    await castVote({ battleId, voterId, outcome: "left" }, db);
  }
  expect(seen.size).toBe(3);
  const random = seededRandom(9);
  expect((await refusal(serveBattle({ voterId, request: {}, random }, db))).code).toBe(
    "nothing_to_pair",
  );
});

it("notices that an entrant was paused at the next battle", async () => {
  const { db } = await createTestDatabase();
  const { entrants } = await createWorld(db, { entrants: 3, prompts: 1 });
  await openBattle(db, { seed: 1 });
  await db.entrant.update({ where: { id: entrants[0] ?? "" }, data: { status: "paused" } });
  for (let seed = 0; seed < 10; seed++) {
    const { battleId } = await openBattle(db, { seed });
    const row = await db.battle.findUniqueOrThrow({ where: { id: battleId } });
    expect([row.leftEntrantId, row.rightEntrantId]).not.toContain(entrants[0]);
  }
});

it("asks a voter who votes faster than a person to wait, and says how long", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 5, prompts: 2 });
  const voterId = uuidv4();
  for (let index = 0; index < 6; index++) {
    const battle = await openBattle(db, { seed: index, voterId });
    await castVote({ ...battle, outcome: "right" }, db);
  }
  const battle = await openBattle(db, { seed: 7, voterId });
  const error = await refusal(castVote({ ...battle, outcome: "right" }, db));
  expect(error.status).toBe(429);
  expect(error.retryAfterSeconds).toBeGreaterThan(0);
  expect(error.retryAfterSeconds).toBeLessThanOrEqual(10);
  expect(await db.vote.count()).toBe(6);
});

it("counts agreement among others on the same two creations, whichever side they stood on", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  let last: { battleId: string; cast: VoteResult } | null = null;
  for (let seed = 0; seed < 11; seed++) {
    const battle = await openBattle(db, { seed });
    const row = await db.battle.findUniqueOrThrow({
      where: { id: battle.battleId },
      select: { left: { select: { entrant: { select: { slug: true } } } } },
    });
    // Everyone prefers entrant-0 but every fourth voter.
    const prefersLeft = (row.left.entrant.slug === "entrant-0") !== (seed % 4 === 1);
    last = {
      ...battle,
      cast: await castVote({ ...battle, outcome: prefersLeft ? "left" : "right" }, db),
    };
    await appendLedger(db);
  }
  // The eleventh voter (seed 10) prefers entrant-0, as did all of the ten before but seeds 1, 5 and 9.
  expect(last?.cast.reveal.agreement).toEqual({ same: 7, n: 10 });
  // Asked again, after the ledger has the own vote, it is still left out.
  expect((await getReveal(last?.battleId ?? "", db)).agreement).toEqual({ same: 7, n: 10 });
});

it("reserves the next battle ahead, and shows that one next", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 4, prompts: 2 });
  const open = await openBattle(db, { seed: 1 });
  const { voterId } = open;
  const reserve = (seed: number) =>
    serveBattle({ voterId, request: { prefetch: true }, random: seededRandom(seed) }, db);
  const reserved = await Promise.all([reserve(2), reserve(3), reserve(4)]);
  expect(new Set(reserved.map(({ battle }) => battle.id)).size).toBe(1);
  const next = { battleId: reserved[0]?.battle.id ?? "", voterId };
  expect(next.battleId).not.toBe(open.battleId);
  const pairOf = async (id: string) => {
    const row = await db.battle.findUniqueOrThrow({ where: { id } });
    return [row.leftCreationId, row.rightCreationId].sort().join();
  };
  expect(await pairOf(next.battleId)).not.toBe(await pairOf(open.battleId));

  // Not shown yet: no verdict, no skip, and the open one is still the one on the table.
  expect((await refusal(castVote({ ...next, outcome: "left" }, db))).status).toBe(404);
  expect((await openBattle(db, { seed: 5, voterId })).battleId).toBe(open.battleId);
  await castVote({ ...open, outcome: "left" }, db);
  expect((await openBattle(db, { seed: 6, voterId })).battleId).toBe(next.battleId);
  const shown = await db.battle.findUniqueOrThrow({ where: { id: next.battleId } });
  expect(shown.expiresAt.getTime() - (shown.shownAt?.getTime() ?? 0)).toBe(BATTLE_LIFETIME_MS);
  await castVote({ ...next, outcome: "right" }, db);
  expect(await db.skip.count()).toBe(0);
});

it("drops a reserved battle that is for another board, or whose creations may not be shown any more", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  const voterId = uuidv4();
  const serve = (request: object, seed: number) =>
    serveBattle({ voterId, request, random: seededRandom(seed) }, db);
  const { battle: first } = await serve({ prefetch: true }, 1);
  const { battle: even } = await serve(
    { track: "text-to-3d", category: "even", prefetch: true },
    2,
  );
  expect(even.id).not.toBe(first.id);
  expect(even.category).toBe("even");
  const { leftEntrantId } = await db.battle.findUniqueOrThrow({ where: { id: even.id } });
  await db.entrant.update({ where: { id: leftEntrantId }, data: { status: "paused" } });
  const { battle: shown, isNew } = await serve({ track: "text-to-3d", category: "even" }, 3);
  expect(isNew).toBe(true);
  expect(shown.id).not.toBe(even.id);
  expect(await db.battle.count({ where: { expiredAt: { not: null } } })).toBe(2);
});
