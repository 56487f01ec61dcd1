import { describe, expect, it } from "vitest";
import { TERMINAL } from "@/lib/audit/schema";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { getJudgedCreation, listReportedCreations } from "@/lib/report/data";
import { REPORTS_AN_HOUR, reportCreation, resolveReports } from "@/lib/report/mutations";
import { castVote } from "@/lib/vote/mutations";

async function createReported() {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: REPORTS_AN_HOUR });
  const creations = await db.creation.findMany({ select: { id: true }, orderBy: { id: "asc" } });
  return { db, creations: creations.map(({ id }) => id) };
}

const WORDS = { reason: "broken", note: "a hole", battleId: null } as const;

describe("reportCreation", () => {
  it("keeps one report a reporter, with the newest words, also when two come at once", async () => {
    const { db, creations } = await createReported();
    const [creationId = ""] = creations;
    const report = { ...WORDS, creationId, reporter: "one" };
    await Promise.all([reportCreation(report, db), reportCreation(report, db)]);
    await reportCreation({ ...report, reason: "offensive" }, db);
    await reportCreation({ ...report, reporter: "two" }, db);
    const [reported] = await listReportedCreations(new Set(), db);
    expect(reported?.reports.map(({ reason }) => reason)).toEqual(["offensive", "broken"]);
  });

  it("refuses more than its share from one reporter, and nobody else's", async () => {
    const { db, creations } = await createReported();
    for (const creationId of creations.slice(0, REPORTS_AN_HOUR))
      await reportCreation({ ...WORDS, creationId, reporter: "one" }, db);
    const last = { ...WORDS, creationId: creations[REPORTS_AN_HOUR] ?? "" };
    await expect(reportCreation({ ...last, reporter: "one" }, db)).rejects.toMatchObject({
      code: "rate_limited",
    });
    await reportCreation({ ...last, reporter: "two" }, db);
  });

  it("refuses them also when they all come at once", async () => {
    const { db, creations } = await createReported();
    const sent = await Promise.allSettled(
      creations.map((creationId) => reportCreation({ ...WORDS, creationId, reporter: "one" }, db)),
    );
    expect(sent.filter(({ status }) => status === "fulfilled")).toHaveLength(REPORTS_AN_HOUR);
    expect(await db.report.count()).toBe(REPORTS_AN_HOUR);
  });
});

describe("resolveReports", () => {
  it("hides what was reported, closes every report on it, and writes it down", async () => {
    const { db, creations } = await createReported();
    const [creationId = "", other = ""] = creations;
    for (const reporter of ["one", "two"])
      await reportCreation({ ...WORDS, creationId, reporter }, db);
    await reportCreation({ ...WORDS, creationId: other, reporter: "one" }, db);
    await resolveReports({ creationId, outcome: "hidden", actor: TERMINAL }, db);
    expect((await listReportedCreations(new Set(), db)).map((one) => one.creationId)).toEqual([
      other,
    ]);
    const creation = await db.creation.findUniqueOrThrow({
      where: { id: creationId },
      select: { hiddenAt: true, hiddenReason: true },
    });
    expect(creation.hiddenAt).not.toBeNull();
    expect(creation.hiddenReason).toBe("reported: broken");
    const orderBy = { id: "asc" } as const;
    expect(await db.auditEntry.findMany({ orderBy })).toMatchObject([
      {
        action: "reports.resolve",
        before: { reports: 2, reasons: ["broken"] },
        after: { outcome: "hidden" },
      },
      { action: "creation.hide", after: { shown: false, reason: "reported: broken" } },
    ]);
    await expect(
      resolveReports({ creationId, outcome: "kept", actor: TERMINAL }, db),
    ).rejects.toMatchObject({ code: "not_found" });
  });

  it("is done once when two maintainers do it at once, as the first of them says", async () => {
    const { db, creations } = await createReported();
    const [creationId = ""] = creations;
    await reportCreation({ ...WORDS, creationId, reporter: "one" }, db);
    const outcomes = ["kept", "hidden", "kept", "hidden"] as const;
    const resolved = await Promise.allSettled(
      outcomes.map((outcome) => resolveReports({ creationId, outcome, actor: TERMINAL }, db)),
    );
    expect(resolved.filter(({ status }) => status === "fulfilled")).toHaveLength(1);
    expect(await db.auditEntry.count({ where: { action: "reports.resolve" } })).toBe(1);
    const { outcome } = await db.report.findFirstOrThrow({ select: { outcome: true } });
    const hiddenAt = outcome === "hidden" ? { not: null } : null;
    expect(await db.creation.count({ where: { id: creationId, hiddenAt } })).toBe(1);
  });

  it("keeps what was reported for nothing", async () => {
    const { db, creations } = await createReported();
    const [creationId = ""] = creations;
    await reportCreation({ ...WORDS, creationId, reporter: "one" }, db);
    await resolveReports({ creationId, outcome: "kept", actor: TERMINAL }, db);
    const where = { id: creationId, hiddenAt: null };
    expect(await db.creation.count({ where })).toBe(1);
    // It can be reported again.
    await reportCreation({ ...WORDS, creationId, reporter: "one" }, db);
    expect(await listReportedCreations(new Set(), db)).toHaveLength(1);
  });
});

it("reports of a battle's objects wait for the vote", async () => {
  const { db } = await createReported();
  const battle = await openBattle(db, { seed: 1 });
  const side = { battleId: battle.battleId, side: "left" as const };
  const asVoter = { ...side, voterId: battle.voterId };
  await expect(getJudgedCreation(asVoter, db)).rejects.toMatchObject({ code: "battle_open" });
  await expect(getJudgedCreation({ ...side, voterId: null }, db)).rejects.toMatchObject({
    code: "forbidden",
  });
  await castVote({ ...battle, outcome: "left" }, db);
  const { leftCreationId } = await db.battle.findUniqueOrThrow({
    where: { id: battle.battleId },
    select: { leftCreationId: true },
  });
  expect(await getJudgedCreation(asVoter, db)).toBe(leftCreationId);
});
