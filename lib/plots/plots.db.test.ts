import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, TRACK } from "@/lib/database/test-world";
import { refreshBoards } from "@/lib/leaderboard/mutations";
import { getBoardFigures } from "@/lib/plots/data";
import { getPlotTable } from "@/lib/plots/download";

type Client = Awaited<ReturnType<typeof createTestDatabase>>["db"];

/** Prompt 0 is even, prompt 1 odd; entrant 0 took two attempts for prompt 0. */
async function createMeasuredWorld(db: Client) {
  const { entrants, prompts } = await createWorld(db, { entrants: 2, prompts: 2 });
  const [first = ""] = entrants;
  const idOf = async (promptId = "") => {
    const where = { entrantId: first, promptId };
    return (await db.creation.findFirstOrThrow({ where, select: { id: true } })).id;
  };
  const [even, odd] = [await idOf(prompts[0]), await idOf(prompts[1])];
  const attempt = { kind: "first" as const, status: "ok" as const };
  await db.attempt.createMany({
    data: [
      {
        ...{
          ...attempt,
          creationId: even,
          number: 1,
          status: "exec_error" as const,
          script: "bad",
        },
        ...{ seconds: 1, modelSeconds: 10, outputTokens: 100 },
      },
      {
        ...{
          ...attempt,
          creationId: even,
          number: 2,
          kind: "repair" as const,
          script: "é\nlonger",
        },
        ...{ seconds: 2, modelSeconds: 20, outputTokens: 300 },
      },
      { ...attempt, creationId: odd, number: 1, script: "ten bytes." },
    ],
  });
  await db.creation.update({
    where: { id: even },
    data: { chosenAttempt: 2, costUsd: "0.25", triangles: 30 },
  });
  await refreshBoards(db);
  return { even, odd, first };
}

const metricsOf = async (db: Client, board: string, slug = "entrant-0") =>
  (await getBoardFigures(board, db))?.entrants.find((row) => row.slug === slug)?.metrics;

it("measures creations over all their attempts, on the board's own prompts", async () => {
  const { db } = await createTestDatabase();
  await createMeasuredWorld(db);
  expect(await metricsOf(db, `${TRACK}/even`)).toEqual({
    ...{ executability: 1, cost: 0.25, seconds: 33, tokens: 400, attempts: 2 },
    // "é" is two bytes.
    ...{ script: 9, triangles: 30, bytes: 100 },
  });
  // Means only over creations of which the figure is known; medians over two.
  const whole = { cost: 0.25, seconds: 33, tokens: 400, attempts: 1.5, script: 9.5, triangles: 21 };
  expect(await metricsOf(db, "all")).toMatchObject(whole);
  expect(await metricsOf(db, TRACK)).toMatchObject(whole);
  expect(await metricsOf(db, `${TRACK}/odd`)).toMatchObject({
    cost: null,
    seconds: null,
    script: 10,
  });
  expect(await metricsOf(db, "all", "entrant-1")).toMatchObject({
    ...{ cost: null, seconds: null, tokens: null, attempts: null, script: null, triangles: 12 },
  });
});

it("notices changes of the catalogue, and leaves hidden creations out", async () => {
  const { db } = await createTestDatabase();
  const { even } = await createMeasuredWorld(db);
  expect(await metricsOf(db, "all")).toMatchObject({ cost: 0.25, attempts: 1.5 });
  const hiding = { hiddenAt: new Date(), hiddenReason: "test" };
  await db.creation.update({ where: { id: even }, data: hiding });
  expect(await metricsOf(db, "all")).toMatchObject({ cost: null, attempts: 1 });
});

it("gives the figures of each plot, and nothing for a board, plot or set that is not there", async () => {
  const { db } = await createTestDatabase();
  await createMeasuredWorld(db);
  const table = (plot: string, board = "all") => getPlotTable({ board, set: undefined, plot }, db);
  expect((await table("battles"))?.rows).toEqual([
    ["entrant-0", "Entrant 0", null, 0],
    ["entrant-1", "Entrant 1", null, 0],
  ]);
  // Nobody is rated.
  expect((await table("cost"))?.rows).toEqual([]);
  expect((await table("history"))?.rows).toEqual([]);
  expect(await table("rank-distribution")).toBeNull();
  expect(await table("siglip2")).toBeNull();
  expect(await table("battles", "nowhere")).toBeNull();
  const published = await getPlotTable({ board: "all", set: "3dcodebench", plot: "siglip2" }, db);
  expect(published?.rows).toHaveLength(12);
  expect(await getPlotTable({ board: "all", set: "3dcodebench", plot: "history" }, db)).toBeNull();
});
