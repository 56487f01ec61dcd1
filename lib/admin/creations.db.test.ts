import { expect, it } from "vitest";
import {
  CREATION_PAGE_SIZE,
  getManagedCreation,
  listManagedCreations,
} from "@/lib/admin/creation-list";
import type { CreationQuery } from "@/lib/admin/creation-schema";
import { listManagedEntrants } from "@/lib/admin/entrant-list";
import { findManagedCreation } from "@/lib/admin/find-creation";
import { getRun, listRuns, sumRuns } from "@/lib/admin/run-list";
import { AUDIT_PAGE_SIZE, listAuditEntries } from "@/lib/audit/data";
import { recordAction } from "@/lib/audit/mutations";
import { hideCreation } from "@/lib/creation/manage";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle, TRACK } from "@/lib/database/test-world";

const actor = { userId: null, name: "Maintainer@arena.example" };

it("finds creations by words of the prompt, entrant, id and state, page by page", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 5, prompts: 12 });
  const [{ id: hidden } = { id: "" }] = await db.creation.findMany({ take: 1 });
  await hideCreation({ creationId: hidden, reason: "a trade mark", actor }, db);
  const idsOf = async (query: CreationQuery) => {
    const ids: string[] = [];
    let before: string | undefined;
    do {
      const page = await listManagedCreations({ ...query, before }, null, db);
      expect(page.creations.length).toBeLessThanOrEqual(CREATION_PAGE_SIZE);
      ids.push(...page.creations.map(({ id }) => id));
      before = page.next ?? undefined;
    } while (before);
    return ids;
  };
  const all = await idsOf({});
  expect(all).toHaveLength(60);
  expect(all).toEqual([...all].sort().reverse());
  expect(await idsOf({ q: "thing number 7" })).toHaveLength(5);
  expect(await idsOf({ q: "prompt-3", entrant: "entrant-2" })).toHaveLength(1);
  expect(await idsOf({ q: hidden })).toEqual([hidden]);
  expect(await idsOf({ show: "hidden" })).toEqual([hidden]);
  expect(await idsOf({ show: "ok" })).toHaveLength(59);
  expect(await idsOf({ show: "failed" })).toEqual([]);
  expect(await listManagedEntrants(db)).toMatchObject(
    Array.from({ length: 5 }, (_, n) => ({ slug: `entrant-${n}`, status: "active" })),
  );
});

it("shows a maintainer neither poster nor attempts of what their own battle is about", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  const { id } = await db.creation.findFirstOrThrow();
  await db.creation.update({ where: { id }, data: { costUsd: 0.5 } });
  await db.attempt.create({
    data: { creationId: id, number: 1, status: "ok", script: "import bpy" },
  });
  expect(await getManagedCreation(id, null, db)).toMatchObject({ triangles: 12 });
  expect(await getRun(id, null, db)).toMatchObject({
    isWithheld: false,
    costUsd: 0.5,
    attempts: [{ number: 1 }],
  });
  const { voterId } = await openBattle(db, { seed: 1 });
  expect(await getManagedCreation(id, voterId, db)).toMatchObject({
    isWithheld: true,
    triangles: null,
  });
  expect(await getRun(id, voterId, db)).toMatchObject({
    isWithheld: true,
    attempts: [],
    costUsd: null,
  });
  expect(await findManagedCreation("no id", null)).toBeNull();
});

it("sums what creations took by day and by entrant, and lists them with every attempt", async () => {
  const { db } = await createTestDatabase();
  const { entrants, prompts } = await createWorld(db, { entrants: 2, prompts: 2 });
  await db.creation.deleteMany();
  const make = (entrant: number, prompt: number, data: { costUsd: number; createdAt: Date }) =>
    db.creation.create({
      data: {
        ...{ entrantId: entrants[entrant] ?? "", promptId: prompts[prompt] ?? "", ...data },
        ...{ trackSlug: TRACK, status: "exec_error" },
        attempts: {
          create: [1, 2].map((number) => ({
            ...{ number, status: "exec_error" as const, script: "x", failureFamily: "api" },
            ...{ seconds: 2, modelSeconds: 30, inputTokens: 100, outputTokens: 1000, costUsd: 0.1 },
          })),
        },
      },
    });
  const today = new Date();
  const yesterday = new Date(today.getTime() - 86_400_000);
  await make(0, 0, { costUsd: 0.2, createdAt: today });
  await make(0, 1, { costUsd: 0.5, createdAt: yesterday });
  await make(1, 0, { costUsd: 0.3, createdAt: yesterday });
  await make(1, 1, { costUsd: 9, createdAt: new Date(today.getTime() - 40 * 86_400_000) });

  const { days, entrants: dearest } = await sumRuns({}, db);
  const figures = { attempts: 4, seconds: 8, modelSeconds: 120, inputTokens: 400 };
  expect(days).toMatchObject([
    { key: today.toISOString().slice(0, 10), creations: 1, ok: 0, attempts: 2, costUsd: 0.2 },
    { key: yesterday.toISOString().slice(0, 10), creations: 2, ...figures, outputTokens: 4000 },
  ]);
  expect(days[1]?.costUsd).toBeCloseTo(0.8, 6);
  expect(dearest).toMatchObject([{ key: "entrant-0" }, { key: "entrant-1", creations: 1 }]);
  expect((await sumRuns({ entrant: "entrant-1" }, db)).days).toMatchObject([{ creations: 1 }]);
  const { runs } = await listRuns({ entrant: "entrant-0", status: "exec_error" }, null, db);
  expect(runs).toHaveLength(2);
  expect(runs[0]).toMatchObject({
    attempts: [
      { failureFamily: "api", costUsd: 0.1 },
      { number: 2, outputTokens: 1000 },
    ],
  });
});

it("pages through the audit log, and filters it by who, what and on what", async () => {
  const { db } = await createTestDatabase();
  for (let index = 0; index <= AUDIT_PAGE_SIZE; index++)
    await recordAction({ actor, action: index % 2 ? "a" : "b", subject: `thing ${index}` }, db);
  const first = await listAuditEntries({}, db);
  expect(first.entries).toHaveLength(AUDIT_PAGE_SIZE);
  expect(first.entries[0]).toMatchObject({ subject: `thing ${AUDIT_PAGE_SIZE}` });
  const second = await listAuditEntries({ before: first.next ?? "" }, db);
  expect(second).toMatchObject({ entries: [{ subject: "thing 0" }], next: null });
  expect((await listAuditEntries({ actor: "maintainer@" }, db)).entries).toHaveLength(50);
  expect((await listAuditEntries({ actor: "somebody" }, db)).entries).toEqual([]);
  expect((await listAuditEntries({ action: "a" }, db)).entries).toHaveLength(25);
  expect((await listAuditEntries({ subject: "thing 17" }, db)).entries).toHaveLength(1);
  await expect(db.auditEntry.deleteMany()).rejects.toThrow();
});
