import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { registerEntrants } from "@/lib/entrant/mutations";
import { type EntrantSpec, parseEntrants } from "@/lib/generation/entrant-file";

function entrantOf(lines: string): EntrantSpec {
  const text = `entrants:\n  - ${lines.trim().split("\n").join("\n    ")}\n`;
  const [entrant] = parseEntrants(text, { name: "test.yaml", folder: "/" });
  if (!entrant) throw new Error("no entrant");
  return entrant;
}

const quick = entrantOf(`slug: quick
name: Quick
model: { provider: openai, id: gpt-quick, name: GPT Quick }
strategy: error-feedback`);

it("registers an entrant with its model once, and follows its name", async () => {
  const { db } = await createTestDatabase();
  const first = await registerEntrants([quick], db);
  const again = await registerEntrants([{ ...quick, name: "Quicker" }], db);
  expect(again.get("quick")).toBe(first.get("quick"));
  expect(await db.entrant.findMany({ include: { model: true } })).toMatchObject([
    {
      name: "Quicker",
      kind: "model",
      settings: { strategy: "error-feedback", attempts: 3, temperature: 0.7 },
      model: { slug: "openai/gpt-quick", provider: "openai" },
    },
  ]);
});

it("refuses other settings once something was made under the old ones, and says which differ", async () => {
  const { db } = await createTestDatabase();
  const ids = await registerEntrants([quick], db);
  const hotter = { ...quick, temperature: 1 };
  await registerEntrants([hotter], db);
  await registerEntrants([quick], db);
  await db.track.create({ data: { slug: "text-to-3d", name: "Text to 3D" } });
  const prompt = await db.prompt.create({
    data: { slug: "fern", title: "Fern", text: "A fern.", category: "organic" },
  });
  await db.creation.create({
    data: {
      entrantId: ids.get("quick") ?? "",
      promptId: prompt.id,
      trackSlug: "text-to-3d",
      status: "no_mesh",
    },
  });
  await expect(registerEntrants([hotter], db)).rejects.toThrow(
    "Entrant quick has 1 creations made under other settings: temperature. Give the new settings a slug of their own.",
  );
  await registerEntrants([{ ...quick, timeoutSeconds: 5 }], db);
});
