import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld } from "@/lib/database/test-world";
import { getReferenceImage, hasReferenceImages } from "@/lib/prompt/data";
import { importPrompt, setReferenceImages } from "@/lib/prompt/mutations";
import type { PromptEntry } from "@/lib/prompt/prompt-file";

const entry: PromptEntry = {
  source: "Fern_seed0",
  slug: "fern",
  title: "Fern",
  text: "A fern.",
  instruction: "Model a fern.",
  category: "organic",
  reference: null,
  details: { group: "plant" },
};

it("imports a prompt once, follows what may change, and keeps the words objects were made from", async () => {
  const { db } = await createTestDatabase();
  const first = await importPrompt(entry, db);
  expect(first).toMatchObject({ result: "new" });
  expect(await importPrompt(entry, db)).toMatchObject({ result: "unchanged" });
  expect(await importPrompt({ ...entry, text: "A tall fern." }, db)).toMatchObject({
    result: "updated",
  });

  const { id: entrantId } = await db.entrant.create({
    data: { slug: "x", name: "X", kind: "sample" },
  });
  await db.track.create({ data: { slug: "text-to-3d", name: "Text to 3D" } });
  const promptId = "promptId" in first ? first.promptId : "";
  await db.creation.create({
    data: { entrantId, promptId, trackSlug: "text-to-3d", status: "no_mesh" },
  });
  expect(
    await importPrompt({ ...entry, text: "A tall fern.", title: "Tall fern" }, db),
  ).toMatchObject({
    result: "updated",
  });
  expect(await importPrompt({ ...entry, text: "Another plant." }, db)).toEqual({
    result: "refused",
    reason: "its words differ from those that 1 creations were made from",
  });
  expect(await db.prompt.findUnique({ where: { slug: "fern" } })).toMatchObject({
    title: "Tall fern",
    text: "A tall fern.",
  });
});

it("refuses an address that belongs to another prompt", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  expect(await importPrompt({ ...entry, slug: "prompt-0" }, db)).toEqual({
    result: "refused",
    reason: "the address prompt-0 belongs to another prompt (prompt-0)",
  });
});

it("has four reference views or none", async () => {
  const { db } = await createTestDatabase();
  const imported = await importPrompt(entry, db);
  const promptId = "promptId" in imported ? imported.promptId : "";
  expect(await hasReferenceImages(promptId, db)).toBe(false);
  await expect(setReferenceImages(promptId, ["a"], db)).rejects.toThrow();
  await setReferenceImages(promptId, ["a", "b", "c", "d"], db);
  expect(await hasReferenceImages(promptId, db)).toBe(true);
  expect(await getReferenceImage("fern", 2, db)).toBe("c");
  expect(await getReferenceImage("nothing", 2, db)).toBeNull();
});
