import { expect, it } from "vitest";
import { getPools } from "@/lib/battle/data";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { setEntrantStatus } from "@/lib/entrant/manage";
import { castVote } from "@/lib/vote/mutations";

const actor = { userId: null, name: "a maintainer" };

it("pauses an entrant: no new battle has it, an open one still counts, and the log says why", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 2 });
  const open = await openBattle(db, { seed: 1 });
  const slug = "entrant-0";
  expect(await setEntrantStatus({ slug, status: "paused", reason: "loops", actor }, db)).toBe(true);
  expect(await setEntrantStatus({ slug, status: "paused", reason: "again", actor }, db)).toBe(
    false,
  );
  expect((await getPools(db)).flatMap(({ byEntrant }) => [...byEntrant.keys()])).toHaveLength(2);
  await expect(openBattle(db, { seed: 2 })).rejects.toMatchObject({ code: "nothing_to_pair" });
  expect(await castVote({ ...open, outcome: "left" }, db)).toMatchObject({ outcome: "left" });

  await setEntrantStatus({ slug, status: "active", reason: "mended", actor }, db);
  await openBattle(db, { seed: 3 });
  expect(await db.auditEntry.findMany({ orderBy: { id: "asc" } })).toMatchObject([
    {
      action: "entrant.status",
      subject: "entrant entrant-0",
      before: { status: "active" },
      after: { status: "paused", reason: "loops" },
    },
    { before: { status: "paused" }, after: { status: "active", reason: "mended" } },
  ]);
});

it("keeps the status when the log cannot be written, and knows no other entrants", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const ghost = { userId: "01999999-0000-7000-8000-000000000000", name: "ghost" };
  const change = { slug: "entrant-0", status: "retired", reason: "old" } as const;
  await expect(setEntrantStatus({ ...change, actor: ghost }, db)).rejects.toThrow();
  expect(await db.entrant.count({ where: { status: "active" } })).toBe(2);
  await expect(setEntrantStatus({ ...change, slug: "nobody", actor }, db)).rejects.toMatchObject({
    code: "not_found",
  });
  expect(await db.auditEntry.count()).toBe(0);
});
