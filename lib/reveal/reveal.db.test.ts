import { v4 as uuidv4 } from "uuid";
import { expect, it } from "vitest";
import { getBattleSide } from "@/lib/battle/data";
import { serveBattle } from "@/lib/battle/mutations";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { seededRandom } from "@/lib/random";
import { getBattleRecord } from "@/lib/reveal/data";
import { castVote } from "@/lib/vote/mutations";

/** One prompt, whose creations all have scripts, and materials on the side of entrant 0. */
async function createScripts({ db }: TestDatabase): Promise<void> {
  const { entrants } = await createWorld(db, { entrants: 3, prompts: 1 });
  for (const { id, entrantId } of await db.creation.findMany()) {
    const hasMaterials = entrantId === entrants[0];
    await db.creation.update({
      where: { id },
      data: {
        chosenAttempt: 2,
        provenance: { blenderVersion: "5.0.1" },
        attempts: {
          create: [
            { number: 1, status: "exec_error", script: "broken", errorText: "TypeError: no" },
            { number: 2, kind: "repair", status: "ok", script: "import bpy\n\nmake()\n" },
          ],
        },
        ...(hasMaterials && {
          renderedGlbSha256: "f".repeat(64),
          renderedGlbBytes: 200,
          renderedPosterSha256s: ["a", "b", "c", "d"],
        }),
      },
    });
  }
}

it("tells everything of a battle after its vote, and nothing before", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createScripts(database);
  const battle = await openBattle(db, { seed: 1 });
  await expect(getBattleRecord(battle, db)).rejects.toMatchObject({ code: "battle_open" });
  await expect(getBattleRecord({ ...battle, voterId: null }, db)).rejects.toMatchObject({
    code: "battle_open",
  });
  await expect(getBattleRecord({ battleId: uuidv4(), voterId: null }, db)).rejects.toMatchObject({
    code: "not_found",
  });

  const { reveal } = await castVote({ ...battle, outcome: "left" }, db);
  const record = await getBattleRecord({ battleId: battle.battleId, voterId: null }, db);
  expect(record).toMatchObject({ outcome: "left", prompt: { slug: "prompt-0" } });
  for (const side of ["left", "right"] as const) {
    const isPainted = reveal[side].slug === "entrant-0";
    const materialsUrl = isPainted ? `/api/battles/${battle.battleId}/${side}/materials` : null;
    expect(reveal[side].materialsUrl).toBe(materialsUrl);
    expect(record[side]).toMatchObject({
      slug: reveal[side].slug,
      script: "import bpy\n\nmake()\n",
      lines: 3,
      blenderVersion: "5.0.1",
      materialsUrl,
      creationId: expect.any(String),
      attempts: [
        { number: 1, kind: "first", status: "exec_error", errorText: "TypeError: no" },
        { number: 2, kind: "repair", status: "ok", errorText: null },
      ],
    });
    expect(JSON.stringify(record[side].attempts)).not.toContain("broken");
  }
});

it("opens the objects to everybody after the vote, and their materials only then", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createScripts(database);
  const battle = await openBattle(db, { seed: 1 });
  const stranger = uuidv4();
  const sideFor = (voterId: string | null, side: "left" | "right") =>
    getBattleSide({ battleId: battle.battleId, side, voterId }, db);
  await expect(sideFor(stranger, "left")).rejects.toMatchObject({ code: "forbidden" });
  expect((await sideFor(battle.voterId, "left")).materialsSha256).toBeNull();
  expect((await sideFor(battle.voterId, "right")).materialsSha256).toBeNull();

  const { reveal } = await castVote({ ...battle, outcome: "tie" }, db);
  for (const side of ["left", "right"] as const)
    for (const voterId of [battle.voterId, stranger, null])
      expect((await sideFor(voterId, side)).materialsSha256).toBe(
        reveal[side].slug === "entrant-0" ? "f".repeat(64) : null,
      );
});

it("withholds a battle from whoever has a battle of their own on the prompt, also a reserved one", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createScripts(database);
  const battle = await openBattle(db, { seed: 1 });
  await castVote({ ...battle, outcome: "tie" }, db);
  const voterId = uuidv4();
  const look = () => getBattleRecord({ battleId: battle.battleId, voterId }, db);
  await look();
  await serveBattle({ voterId, request: { prefetch: true }, random: seededRandom(2) }, db);
  await expect(look()).rejects.toMatchObject({ code: "forbidden" });
  await expect(
    getBattleSide({ battleId: battle.battleId, side: "left", voterId }, db),
  ).rejects.toMatchObject({ code: "forbidden" });
  const own = await openBattle(db, { seed: 3, voterId });
  await expect(look()).rejects.toMatchObject({ code: "forbidden" });
  await castVote({ ...own, outcome: "left" }, db);
  await look();
  // Its own voter has seen both already.
  await openBattle(db, { seed: 4, voterId: battle.voterId });
  await getBattleRecord(battle, db);
});

it("shows materials in a battle whose track shows them, and clay where there are none", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createScripts(database);
  await db.track.updateMany({ data: { display: "rendered" } });
  const battle = await openBattle(db, { seed: 1 });
  const row = await db.battle.findUniqueOrThrow({
    where: { id: battle.battleId },
    include: { left: { include: { entrant: true } }, right: { include: { entrant: true } } },
  });
  for (const side of ["left", "right"] as const) {
    const files = await getBattleSide({ ...battle, side }, db);
    const isPainted = row[side].entrant.slug === "entrant-0";
    expect(files.glbSha256).toBe(isPainted ? "f".repeat(64) : row[side].glbSha256);
    expect(files.posterSha256s).toEqual(isPainted ? ["a", "b", "c", "d"] : row[side].posterSha256s);
  }
});

it("shows nobody but its voter a battle of which an object was hidden later", async () => {
  const database = await createTestDatabase();
  const { db } = database;
  await createScripts(database);
  const battle = await openBattle(db, { seed: 1 });
  await castVote({ ...battle, outcome: "left" }, db);
  const stranger = { ...battle, voterId: null };
  const { left } = await getBattleRecord(stranger, db);
  await db.creation.updateMany({
    where: { entrant: { slug: left.slug } },
    data: { hiddenAt: new Date(), hiddenReason: "test" },
  });
  await expect(getBattleRecord(stranger, db)).rejects.toMatchObject({ code: "not_found" });
  const side = (voterId: string | null, at: "left" | "right") =>
    getBattleSide({ battleId: battle.battleId, side: at, voterId }, db);
  await expect(side(null, "left")).rejects.toMatchObject({ code: "not_found" });
  expect((await side(null, "right")).posterSha256s).toHaveLength(4);
  expect((await getBattleRecord(battle, db)).left.slug).toBe(left.slug);
  expect((await side(battle.voterId, "left")).posterSha256s).toHaveLength(4);
});
