import { expect, it } from "vitest";
import {
  getCreation,
  getCreationFiles,
  getCreationScript,
  getCreationTitle,
} from "@/lib/creation/data";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { appendLedger } from "@/lib/ledger/mutations";
import { castVote } from "@/lib/vote/mutations";

type Db = TestDatabase["db"];

async function creationsOf(db: Db) {
  return db.creation.findMany({ select: { id: true, promptId: true }, orderBy: { id: "asc" } });
}

async function addAttempts(db: Db, creationId: string, scripts: string[]) {
  for (const [index, script] of scripts.entries())
    await db.attempt.create({
      data: {
        ...{ creationId, number: index + 1, script, kind: index === 0 ? "first" : "repair" },
        status: index + 1 < scripts.length ? "exec_error" : "ok",
        details: { responseModel: "m-1", finishReason: "stop", key: "not to be shown" },
      },
    });
}

it("shows a creation with what is known of it, and of stored JSON only what has a name", async () => {
  const { db } = await createTestDatabase();
  const { entrants } = await createWorld(db, { entrants: 2, prompts: 1 });
  const [{ id } = { id: "" }] = await creationsOf(db);
  await db.entrant.updateMany({
    where: { id: entrants[0] },
    data: { settings: { license: "CC0-1.0" } },
  });
  await db.creation.update({
    where: { id },
    data: {
      chosenAttempt: 2,
      costUsd: 0.25,
      stats: { triangles: 14, vertices: "many", watertight: true },
      provenance: { blenderVersion: "5.0.1", apiKey: "sk-secret", seconds: { blender: 1.5 } },
    },
  });
  await addAttempts(db, id, ["import bpy # broken", "import bpy # mended"]);
  const found = await getCreation({ creationId: id, voterId: null, attempt: null }, db);
  expect(found).toMatchObject({
    state: "shown",
    creation: {
      stats: { triangles: 14, watertight: true },
      provenance: { blenderVersion: "5.0.1", seconds: { blender: 1.5 } },
      script: { attempt: 2, source: "import bpy # mended" },
      license: "CC0-1.0",
      costUsd: 0.25,
      attempts: [{ status: "exec_error" }, { status: "ok", answer: { responseModel: "m-1" } }],
    },
  });
  const text = JSON.stringify(found);
  for (const secret of ["sk-secret", "not to be shown", "many"]) expect(text).not.toContain(secret);

  const first = await getCreation({ creationId: id, voterId: null, attempt: 1 }, db);
  expect(first).toMatchObject({ creation: { script: { source: "import bpy # broken" } } });
  const none = await getCreation({ creationId: id, voterId: null, attempt: 7 }, db);
  expect(none).toMatchObject({ creation: { script: { attempt: 2 } } });
});

it("gives the last script of a creation that failed", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const [{ id } = { id: "" }] = await creationsOf(db);
  await db.creation.update({
    where: { id },
    data: {
      ...{ status: "exec_error", glbSha256: null, glbBytes: null, triangles: null },
      ...{ posterSha256s: [], chosenAttempt: null },
    },
  });
  await addAttempts(db, id, ["first", "last"]);
  const sight = { creationId: id, voterId: null };
  expect(await getCreationScript({ ...sight, attempt: null }, db)).toEqual({
    attempt: 2,
    source: "last",
  });
  expect(await getCreationScript({ ...sight, attempt: 1 }, db)).toMatchObject({ source: "first" });
  await expect(getCreationScript({ ...sight, attempt: 3 }, db)).rejects.toThrow("No script");
});

it("counts a creation's votes in both places of a battle", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const [{ id } = { id: "" }] = await creationsOf(db);
  const expected = { wins: 0, losses: 0, ties: 0, bothBad: 0 };
  for (const [seed, outcome] of (
    ["left", "left", "right", "tie", "both_bad", "left"] as const
  ).entries()) {
    const battle = await openBattle(db, { seed });
    await castVote({ ...battle, outcome }, db);
    const { leftCreationId } = await db.battle.findUniqueOrThrow({
      where: { id: battle.battleId },
      select: { leftCreationId: true },
    });
    if (outcome === "tie") expected.ties++;
    else if (outcome === "both_bad") expected.bothBad++;
    else if ((outcome === "left") === (leftCreationId === id)) expected.wins++;
    else expected.losses++;
  }
  await appendLedger(db);
  const found = await getCreation({ creationId: id, voterId: null, attempt: null }, db);
  expect(found).toMatchObject({ creation: { record: expected } });
});

it("withholds a creation, its files and its script while the reader has a battle on its prompt, and from nobody else", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  const { battleId, voterId } = await openBattle(db, { seed: 1 });
  const { promptId } = await db.battle.findUniqueOrThrow({
    where: { id: battleId },
    select: { promptId: true },
  });
  for (const creation of await creationsOf(db)) {
    await addAttempts(db, creation.id, ["import bpy"]);
    const sight = { creationId: creation.id, voterId, attempt: null };
    if (creation.promptId === promptId) {
      const found = await getCreation(sight, db);
      expect(found?.state).toBe("withheld");
      expect(Object.keys(found ?? {})).toEqual(["state", "prompt"]);
      await expect(getCreationFiles(sight, db)).rejects.toThrow("Finish your own battle");
      await expect(getCreationScript(sight, db)).rejects.toThrow("Finish your own battle");
    } else {
      expect(await getCreation(sight, db)).toMatchObject({ state: "shown" });
    }
    const stranger = { ...sight, voterId: null };
    expect(await getCreation(stranger, db)).toMatchObject({ state: "shown" });
    expect((await getCreationFiles(stranger, db)).posterSha256s).toHaveLength(4);
  }
  await castVote({ battleId, voterId, outcome: "tie" }, db);
  for (const { id } of await creationsOf(db))
    expect(await getCreation({ creationId: id, voterId, attempt: null }, db)).toMatchObject({
      state: "shown",
    });
});

it("knows nothing of a hidden creation", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const [{ id } = { id: "" }] = await creationsOf(db);
  expect(await getCreationTitle(id, db)).toBe("Prompt 0");
  await db.creation.update({ where: { id }, data: { hiddenAt: new Date(), hiddenReason: "test" } });
  const sight = { creationId: id, voterId: null, attempt: null };
  expect(await getCreation(sight, db)).toBeNull();
  expect(await getCreationTitle(id, db)).toBeNull();
  await expect(getCreationFiles(sight, db)).rejects.toThrow("There is no such creation");
  await expect(getCreationScript(sight, db)).rejects.toThrow("There is no such creation");
});
