import { expect, it } from "vitest";
import { getComparison } from "@/lib/compare/data";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { appendLedger } from "@/lib/ledger/mutations";
import { castVote } from "@/lib/vote/mutations";
import type { Outcome } from "@/lib/vote/schema";

it("counts both orders of a pair as one record, from the first entrant's side", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 2 });
  const expected = { firstWins: 0, secondWins: 0, ties: 0, bothBad: 0 };
  const outcomes: Outcome[] = ["left", "right", "left", "tie", "both_bad", "left", "right", "left"];
  for (const [seed, outcome] of outcomes.entries()) {
    const battle = await openBattle(db, { seed });
    await castVote({ ...battle, outcome }, db);
    const row = await db.battle.findUniqueOrThrow({
      where: { id: battle.battleId },
      select: { left: { select: { entrant: { select: { slug: true } } } } },
    });
    const isFirstLeft = row.left.entrant.slug === "entrant-0";
    if (outcome === "tie") expected.ties++;
    else if (outcome === "both_bad") expected.bothBad++;
    else if ((outcome === "left") === isFirstLeft) expected.firstWins++;
    else expected.secondWins++;
  }
  await appendLedger(db);
  const comparison = await getComparison("entrant-0", "entrant-1", db);
  const totals = { firstWins: 0, secondWins: 0, ties: 0, bothBad: 0 };
  for (const scope of comparison?.scopes ?? [])
    for (const key of ["firstWins", "secondWins", "ties", "bothBad"] as const)
      totals[key] += scope[key];
  expect(totals).toEqual(expected);
  expect(comparison?.scopes.every(({ track }) => track === "Text to 3D")).toBe(true);

  const turned = await getComparison("entrant-1", "entrant-0", db);
  expect(turned?.scopes.map((scope) => scope.firstWins)).toEqual(
    comparison?.scopes.map((scope) => scope.secondWins),
  );
  expect(await getComparison("entrant-0", "entrant-0", db)).toBeNull();
  expect(await getComparison("entrant-0", "nobody", db)).toBeNull();
});
