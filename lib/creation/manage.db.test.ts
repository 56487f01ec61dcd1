import { expect, it } from "vitest";
import { getBattleSide } from "@/lib/battle/data";
import { getCreationFiles } from "@/lib/creation/data";
import { getPreviewFiles, hideCreation, unhideCreation } from "@/lib/creation/manage";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { getBattleRecord } from "@/lib/reveal/data";
import { castVote } from "@/lib/vote/mutations";

const actor = { userId: null, name: "a maintainer" };
const GONE = { code: "not_found" };

it("hides a creation from everybody but its battles' own voters and those who manage creations", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const { battleId, voterId } = await openBattle(db, { seed: 1 });
  const { leftCreationId: creationId } = await db.battle.findUniqueOrThrow({
    where: { id: battleId },
  });
  expect(await hideCreation({ creationId, reason: "a trade mark", actor }, db)).toBe(true);
  expect(await hideCreation({ creationId, reason: "twice", actor }, db)).toBe(false);

  await expect(getCreationFiles({ creationId, voterId: null }, db)).rejects.toMatchObject(GONE);
  await expect(openBattle(db, { seed: 2 })).rejects.toMatchObject({ code: "nothing_to_pair" });
  // The open battle finishes and counts.
  const side = { battleId, side: "left" } as const;
  expect((await getBattleSide({ ...side, voterId }, db)).posterSha256s).toHaveLength(4);
  await castVote({ battleId, voterId, outcome: "left" }, db);
  await expect(getBattleSide({ ...side, voterId: null }, db)).rejects.toMatchObject(GONE);
  await expect(getBattleRecord({ battleId, voterId: null }, db)).rejects.toMatchObject(GONE);
  expect(await getBattleRecord({ battleId, voterId }, db)).toMatchObject({ outcome: "left" });

  expect((await getPreviewFiles({ creationId, voterId: null }, db)).posterSha256s).toHaveLength(4);
  expect(await unhideCreation({ creationId, reason: "it is not one", actor }, db)).toBe(true);
  expect((await getCreationFiles({ creationId, voterId: null }, db)).posterSha256s).toHaveLength(4);
  expect(await getBattleRecord({ battleId, voterId: null }, db)).toMatchObject({ battleId });
  const subject = expect.stringMatching(
    new RegExp(`^creation ${creationId}, prompt-0 by entrant-\\d$`),
  );
  expect(await db.auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    {
      ...{ action: "creation.hide", subject, before: { shown: true } },
      after: { shown: false, reason: "a trade mark" },
    },
    {
      ...{ action: "creation.unhide", subject },
      before: { shown: false, reason: "a trade mark" },
      after: { shown: true, reason: "it is not one" },
    },
  ]);
});

it("withholds previews from a maintainer whose own battle is on the prompt", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const { voterId } = await openBattle(db, { seed: 1 });
  const { id: creationId } = await db.creation.findFirstOrThrow();
  await expect(getPreviewFiles({ creationId, voterId }, db)).rejects.toMatchObject({
    code: "forbidden",
  });
});

it("keeps a creation shown when the log cannot be written", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const { id: creationId } = await db.creation.findFirstOrThrow();
  const ghost = { userId: "01999999-0000-7000-8000-000000000000", name: "ghost" };
  await expect(hideCreation({ creationId, reason: "x", actor: ghost }, db)).rejects.toThrow();
  expect(await db.creation.count({ where: { hiddenAt: null } })).toBe(2);
  expect(await db.auditEntry.count()).toBe(0);
});
