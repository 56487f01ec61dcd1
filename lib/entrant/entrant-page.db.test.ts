import { expect, it } from "vitest";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle, TRACK } from "@/lib/database/test-world";
import {
  getEntrant,
  getEntrantRecord,
  listEntrantRatings,
  listEntrantScopes,
  listPromptExtremes,
} from "@/lib/entrant/data";
import { getEntrantEffort, listEntrantCreations, listFailures } from "@/lib/entrant/gallery-data";
import { GALLERY_PAGE, gallerySchema } from "@/lib/entrant/schema";
import { recomputeBoards } from "@/lib/leaderboard/mutations";
import { appendLedger } from "@/lib/ledger/mutations";
import {
  readComparisonPreview,
  readEntrantPreview,
  readPromptPreview,
} from "@/lib/preview/page-preview";
import { getReferenceImage } from "@/lib/prompt/data";
import { seededRandom } from "@/lib/random";
import { castVote } from "@/lib/vote/mutations";
import { countRecord, winRateOf } from "@/lib/vote/vote-record";

type Db = TestDatabase["db"];

async function entrantOf(db: Db, slug = "entrant-0") {
  const entrant = await getEntrant(slug, db);
  if (!entrant) throw new Error("no entrant");
  return entrant;
}

async function vote(db: Db, count: number) {
  const random = seededRandom(7);
  const outcomes = ["left", "right", "tie", "both_bad"] as const;
  for (let seed = 0; seed < count; seed++) {
    const battle = await openBattle(db, { seed });
    const outcome = outcomes[Math.floor(random() * outcomes.length)] ?? "tie";
    await castVote({ ...battle, outcome }, db);
  }
  await appendLedger(db);
}

/** Turns creations of an entrant into failures, one after the other. */
async function fail(db: Db, entrantId: string, endings: [status: string, family: string | null][]) {
  const creations = await db.creation.findMany({
    where: { entrantId },
    select: { id: true },
    orderBy: { promptId: "asc" },
  });
  for (const [index, [status, failureFamily]] of endings.entries()) {
    const id = creations[index]?.id ?? "";
    await db.$executeRaw`
      UPDATE creations SET status = ${status}::creation_status, glb_sha256 = NULL, glb_bytes = NULL,
        triangles = NULL, poster_sha256s = '{}', chosen_attempt = NULL WHERE id = ${id}::uuid`;
    for (const number of [1, 2])
      await db.attempt.create({
        data: {
          ...{ creationId: id, number, script: "import bpy", status: "exec_error", failureFamily },
          errorText: `error ${index} of attempt ${number}`,
        },
      });
  }
  return creations.map(({ id }) => id);
}

const all = gallerySchema.parse({});

it("adds an entrant's votes up to what the tallies say, by opponent and by category", async () => {
  const { db } = await createTestDatabase();
  const { entrants } = await createWorld(db, { entrants: 4, prompts: 3 });
  await vote(db, 60);
  let seen = 0;
  for (const id of entrants) {
    const { total, scopes, opponents } = await getEntrantRecord(id, db);
    const tallies = await db.tally.findMany({
      where: { OR: [{ leftEntrantId: id }, { rightEntrantId: id }] },
    });
    const sum = (key: "leftWins" | "rightWins" | "ties" | "bothBad", side?: "left" | "right") =>
      tallies
        .filter((row) => !side || (side === "left") === (row.leftEntrantId === id))
        .reduce((votes, row) => votes + Number(row[key]), 0);
    expect(total).toEqual({
      wins: sum("leftWins", "left") + sum("rightWins", "right"),
      losses: sum("rightWins", "left") + sum("leftWins", "right"),
      ties: sum("ties"),
      bothBad: sum("bothBad"),
    });
    for (const parts of [scopes, opponents])
      expect(parts.reduce((votes, { record }) => votes + countRecord(record), 0)).toBe(
        countRecord(total),
      );
    const counts = opponents.map(({ record }) => countRecord(record));
    expect(counts).toEqual([...counts].sort((a, b) => b - a));
    seen += countRecord(total);
  }
  expect(seen).toBe(120);
});

it("names best and worst prompts only where enough votes were counted, and none twice", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 5 });
  const { id } = await entrantOf(db);
  expect(await listPromptExtremes({ entrantId: id, voterId: null, count: 2 }, db)).toEqual({
    best: [],
    worst: [],
  });
  await vote(db, 120);
  const { best, worst } = await listPromptExtremes({ entrantId: id, voterId: null, count: 3 }, db);
  expect(best).toHaveLength(3);
  expect(worst).toHaveLength(2);
  const slugs = [...best, ...worst].map(({ slug }) => slug);
  expect(new Set(slugs).size).toBe(5);
  const rates = [...best, ...worst.toReversed()].map(({ record }) => winRateOf(record) ?? -1);
  expect(rates).toEqual([...rates].sort((a, b) => b - a));

  // How its object on a prompt fared is withheld with the object.
  const { battleId, voterId } = await openBattle(db, { seed: 1 });
  const { prompt } = await db.battle.findUniqueOrThrow({
    where: { id: battleId },
    select: { prompt: { select: { slug: true } } },
  });
  const blind = await listPromptExtremes({ entrantId: id, voterId, count: 3 }, db);
  expect([...blind.best, ...blind.worst].map(({ slug }) => slug).sort()).toEqual(
    slugs.filter((slug) => slug !== prompt.slug).sort(),
  );
});

it("finds nothing at an address that nothing can have", async () => {
  const { db } = await createTestDatabase();
  for (const slug of ["nobody", "no\0body"]) {
    expect(await getEntrant(slug, db)).toBeNull();
    expect(await readEntrantPreview({ slug, voterId: null }, db)).toBeNull();
    expect(await readPromptPreview({ slug, voterId: null }, db)).toBeNull();
    const pair = { first: slug, second: "no\0body" };
    expect(await readComparisonPreview(pair, db)).toBeNull();
    expect(await getReferenceImage(slug, 0, db)).toBeNull();
  }
});

it("stands on the newest snapshot of every board", async () => {
  const { db, pool } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 4 });
  expect(await listEntrantRatings("entrant-1", db)).toEqual([]);
  await vote(db, 10);
  await recomputeBoards(db, pool);
  await vote(db, 80);
  await recomputeBoards(db, pool);
  const ratings = await listEntrantRatings("entrant-1", db);
  expect(ratings.map(({ board, label }) => [board, label])).toEqual([
    ["all", "All tracks"],
    [TRACK, "Text to 3D"],
    [`${TRACK}/even`, "Text to 3D · even"],
    [`${TRACK}/odd`, "Text to 3D · odd"],
  ]);
  for (const { board, row, rated } of ratings) {
    const newest = await db.snapshot.findFirstOrThrow({
      where: { board },
      orderBy: { computedAt: "desc" },
    });
    expect(newest.entrants).toContainEqual(row);
    expect(rated).toBe(3);
  }
  expect(await listEntrantRatings("nobody", db)).toEqual([]);
});

it("pages through all creations by key, without a hidden one, and filters them", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 60 });
  const entrant = await entrantOf(db);
  const [hidden = ""] = await fail(db, entrant.id, [["timeout", null]]);
  await db.creation.update({ where: { id: hidden }, data: { hiddenAt: new Date() } });
  const seen: string[] = [];
  let after: string | null = null;
  const sizes: number[] = [];
  do {
    const query = { ...all, after };
    const page = await listEntrantCreations({ entrant, voterId: null, query }, db);
    sizes.push(page.creations.length);
    seen.push(...page.creations.map(({ id }) => id));
    after = page.next;
  } while (after !== null);
  expect(sizes).toEqual([GALLERY_PAGE, GALLERY_PAGE, 59 - 2 * GALLERY_PAGE]);
  expect(new Set(seen).size).toBe(59);
  expect(seen).not.toContain(hidden);

  const odd = { ...all, category: "odd" };
  const page = await listEntrantCreations({ entrant, voterId: null, query: odd }, db);
  expect(page.creations.every(({ prompt }) => /[13579]$/.test(prompt.title))).toBe(true);
  const elsewhere = { ...all, track: "no-track" };
  expect(await listEntrantCreations({ entrant, voterId: null, query: elsewhere }, db)).toEqual({
    creations: [],
    next: null,
  });
  expect(await listEntrantScopes(entrant.id, db)).toMatchObject([
    { track: TRACK, trackName: "Text to 3D", category: "even", creations: 29, failed: 0 },
    { category: "odd", creations: 30, failed: 0 },
  ]);
});

it("groups failures by how they ended, with the last error, and finds them again by that", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 6 });
  const entrant = await entrantOf(db);
  const ids = await fail(db, entrant.id, [
    ["exec_error", "api"],
    ["exec_error", "api"],
    ["exec_error", "bmesh"],
    ["timeout", null],
  ]);
  const failures = await listFailures({ entrantId: entrant.id, voterId: null }, db);
  expect(failures.map(({ key, count }) => [key, count])).toEqual([
    ["exec_error.api", 2],
    ["exec_error.bmesh", 1],
    ["timeout", 1],
  ]);
  expect(failures[0]?.example).toMatchObject({ id: ids[0], errorText: "error 0 of attempt 2" });
  for (const { key, count } of failures) {
    const query = gallerySchema.parse({ show: key });
    const { creations } = await listEntrantCreations({ entrant, voterId: null, query }, db);
    expect(creations).toHaveLength(count);
  }
  const query = gallerySchema.parse({ show: "failed" });
  const { creations } = await listEntrantCreations({ entrant, voterId: null, query }, db);
  expect(creations.map(({ id }) => id)).toEqual(ids.slice(0, 4));
  const { attempts, cost, bakeSeconds } = await getEntrantEffort(entrant.id, db);
  expect(attempts).toEqual({ median: 2, mean: 8 / 6, n: 6 });
  expect([cost, bakeSeconds]).toEqual([null, null]);
});

it("withholds what is on the reader's table: a title without figures, and not even that in a filter", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 3 });
  const { battleId, voterId } = await openBattle(db, { seed: 3 });
  const { promptId, prompt } = await db.battle.findUniqueOrThrow({
    where: { id: battleId },
    select: { promptId: true, prompt: { select: { slug: true } } },
  });
  const entrant = await entrantOf(db);
  const everyEnding = Array.from({ length: 3 }, (): [string, string] => ["exec_error", "api"]);
  await fail(db, entrant.id, everyEnding);
  const { creations } = await listEntrantCreations({ entrant, voterId, query: all }, db);
  expect(creations.filter(({ isWithheld }) => isWithheld)).toMatchObject([
    { prompt: { slug: prompt.slug }, status: "withheld", triangles: null, record: { wins: 0 } },
  ]);
  const query = gallerySchema.parse({ show: "failed" });
  const failed = await listEntrantCreations({ entrant, voterId, query }, db);
  expect(failed.creations).toHaveLength(2);
  expect(failed.creations.some((card) => card.prompt.slug === prompt.slug)).toBe(false);

  await db.creation.deleteMany({ where: { entrantId: entrant.id, promptId: { not: promptId } } });
  expect(await listFailures({ entrantId: entrant.id, voterId }, db)).toMatchObject([
    { count: 1, example: null },
  ]);
  expect(await listFailures({ entrantId: entrant.id, voterId: null }, db)).toMatchObject([
    { count: 1, example: { title: expect.any(String) } },
  ]);
});
