import { expect, it } from "vitest";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import {
  getBoardPage,
  getLatestSnapshot,
  getLeaderboard,
  getLeaderboardBody,
  getStanding,
  listBoards,
} from "@/lib/leaderboard/data";
import { refreshBoards } from "@/lib/leaderboard/mutations";
import { castVote } from "@/lib/vote/mutations";

const WHOLE = { view: "observed", rows: 1, columns: 1 } as const;

it("reads a snapshot once, and the next one as soon as it is there", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  await refreshBoards(db);
  const [first, again] = await Promise.all([
    getLatestSnapshot("all", db),
    getLatestSnapshot("all", db),
  ]);
  expect(first).not.toBeNull();
  expect(again).toBe(first);
  const before = await getLeaderboardBody("all", db);
  expect((await getLeaderboardBody("all", db))?.body).toBe(before?.body);

  await castVote({ ...(await openBattle(db, { seed: 1 })), outcome: "left" }, db);
  await refreshBoards(db);
  expect(await getLatestSnapshot("all", db)).toMatchObject({ votes: 1 });
  const after = await getLeaderboardBody("all", db);
  expect(after?.id).not.toBe(before?.id);
  expect(JSON.parse(after?.body ?? "")).toEqual(await getLeaderboard("all", db));
  expect(await getLeaderboardBody("nowhere", db)).toBeNull();
});

it("gives a page every row of a board, and of its matrix what was asked for", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 2 });
  await castVote({ ...(await openBattle(db, { seed: 1 })), outcome: "tie" }, db);
  await refreshBoards(db);
  const page = await getBoardPage({ board: "all", matrix: WHOLE }, db);
  const whole = await getLeaderboard("all", db);
  expect(page?.standings.entrants).toEqual(whole?.entrants);
  expect(page?.standings).not.toHaveProperty("matrix");
  expect(page?.matrix.throughSeq).toBe(1);
  expect(page?.matrix.window.battles).toEqual(whole?.matrix.battles);
  expect(await getBoardPage({ board: "nowhere", matrix: WHOLE }, db)).toBeNull();
});

it("lists boards anew when the catalogue changes", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 2 });
  const before = await listBoards(db);
  expect(await listBoards(db)).toBe(before);
  await db.prompt.updateMany({ data: { category: "soft-furniture" } });
  expect(await listBoards(db)).toEqual([
    { board: "all", label: "All tracks" },
    { board: "text-to-3d", label: "Text to 3D" },
    { board: "text-to-3d/soft-furniture", label: "Text to 3D · soft furniture" },
  ]);
});

it("knows an entrant that is on no board yet, and nobody else", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 1 });
  await refreshBoards(db);
  const standing = await getStanding({ board: "all", slug: "entrant-1" }, db);
  expect(standing).toMatchObject({ name: "Entrant 1", row: { reason: "no_votes" } });
  await db.entrant.create({ data: { slug: "late", name: "Late", kind: "sample" } });
  expect(await getStanding({ board: "all", slug: "late" }, db)).toEqual({
    ...{ name: "Late", board: "all", row: null },
  });
  expect(await getStanding({ board: "all", slug: "nobody" }, db)).toBeNull();
  expect(await getStanding({ board: "nowhere", slug: "entrant-1" }, db)).toBeNull();
});
