import { expect, it } from "vitest";
import { TERMINAL } from "@/lib/audit/schema";
import { createTestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle, TRACK } from "@/lib/database/test-world";
import type { connect } from "@/lib/db";
import { excludeVotes, restoreVotes } from "@/lib/exclusion/mutations";
import { appendLedger } from "@/lib/ledger/mutations";
import { findPrompt, findPromptDetail, findPrompts } from "@/lib/prompt/find";
import { PROMPTS_A_PAGE } from "@/lib/prompt/list";
import type { PromptCard } from "@/lib/prompt/schema";
import { castVote } from "@/lib/vote/mutations";
import { countRecord } from "@/lib/vote/vote-record";

type Client = ReturnType<typeof connect>["db"];

async function search(db: Client, query: Record<string, unknown>, voterId: string | null = null) {
  return (await findPrompts({ query, voterId }, db))?.page;
}

/** Every page of the list, from the first on. */
async function listAll(db: Client, query: Record<string, unknown>): Promise<PromptCard[][]> {
  const pages: PromptCard[][] = [];
  let after: string | undefined;
  do {
    const page = await search(db, { ...query, after });
    pages.push(page?.prompts ?? []);
    after = page?.next ?? undefined;
  } while (after !== undefined);
  return pages;
}

it("finds prompts by the words of title and text, by the beginning of a word of the title, and by place", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 2, prompts: 2 });
  const things = [
    ["chair", "Windsor armchair", "A wooden chair with slender spindles.", "manufactured"],
    ["cactus", "Potted cactus", "A tall column cactus in a clay pot.", "organic"],
    ["percent", "Sign of 100%_", "A sign that reads a number.", "manufactured"],
  ];
  for (const [slug = "", title = "", text = "", category = ""] of things)
    await db.prompt.create({ data: { slug, title, text, category } });
  const slugs = async (query: Record<string, unknown>) =>
    (await search(db, query))?.prompts.map(({ slug }) => slug);

  expect(await slugs({ q: "spindle" })).toEqual(["chair"]);
  expect(await slugs({ q: "tall pots" })).toEqual(["cactus"]);
  expect(await slugs({ q: "tall spindle" })).toEqual([]);
  expect(await slugs({ q: "tall or spindle" })).toEqual(["cactus", "chair"]);
  expect(await slugs({ q: '"clay pot" -wooden' })).toEqual(["cactus"]);
  for (const start of ["armc", "ARMCHA", "windsor arm"])
    expect(await slugs({ q: start })).toEqual(["chair"]);
  expect(await slugs({ q: "hair" })).toEqual([]);
  expect(await slugs({ q: "100%_" })).toEqual(["percent"]);
  for (const wild of ["%", "_", "\\", "'", "a:* & | !("])
    expect(await slugs({ q: wild })).toEqual([]);
  expect(await slugs({ q: " \u0000 " })).toHaveLength(5);

  expect(await slugs({ category: "organic" })).toEqual(["cactus"]);
  expect(await slugs({ category: "organic", q: "chair" })).toEqual([]);
  expect(await slugs({ track: TRACK })).toEqual(["prompt-0", "prompt-1"]);
  expect(await slugs({ track: "", category: "", sort: "", q: "" })).toHaveLength(5);
  const found = await findPrompts({ query: {}, voterId: null }, db);
  expect(found?.choices).toEqual({
    tracks: [{ slug: TRACK, name: "Text to 3D" }],
    categories: ["even", "manufactured", "odd", "organic"],
  });
  const wrong = [{ sort: "best" }, { q: ["a", "b"] }, { after: "nobody" }, { track: "A b" }];
  for (const query of wrong) expect(await search(db, query)).toBeUndefined();
});

it("pages through prompts of equal titles and votes without a gap or a double", async () => {
  const { db } = await createTestDatabase();
  const total = 2 * PROMPTS_A_PAGE + 2;
  await createWorld(db, { entrants: 2, prompts: total });
  await db.prompt.updateMany({
    where: { slug: { not: "prompt-7" } },
    data: { title: "The same" },
  });
  for (let seed = 0; seed < 12; seed++)
    await castVote({ ...(await openBattle(db, { seed })), outcome: "left" }, db);
  await appendLedger(db);
  for (const sort of ["title", "votes"]) {
    const pages = await listAll(db, { sort });
    expect(pages.map(({ length }) => length)).toEqual([PROMPTS_A_PAGE, PROMPTS_A_PAGE, 2]);
    expect(new Set(pages.flat().map(({ slug }) => slug)).size).toBe(total);
  }
  const votes = (await listAll(db, { sort: "votes" })).flat().map((prompt) => prompt.votes);
  expect(votes).toEqual([...votes].sort((a, b) => b - a));
  expect(votes.reduce((sum, count) => sum + count, 0)).toBe(12);
  expect((await search(db, { q: "same" }))?.total).toBe(total - 1);
});

it("counts votes as the tallies do, through votes, exclusions and restores that come later", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 3 });
  const expectTrue = async () => {
    await appendLedger(db);
    const rows = await db.$queryRaw<{ slug: string; votes: number }[]>`
      SELECT p.slug, coalesce(sum(t.left_wins + t.right_wins + t.ties + t.both_bad), 0)::int AS votes
      FROM prompts p JOIN creations c ON c.prompt_id = p.id
      LEFT JOIN creation_tallies t ON t.left_creation_id = c.id GROUP BY p.slug ORDER BY p.slug`;
    const shown = (await search(db, {}))?.prompts.map(({ slug, votes }) => ({ slug, votes }));
    expect(shown).toEqual(rows);
    return rows.reduce((sum, { votes }) => sum + votes, 0);
  };
  const vote = async (from: number, to: number) => {
    for (let seed = from; seed < to; seed++)
      await castVote({ ...(await openBattle(db, { seed })), outcome: "tie" }, db);
  };
  expect(await expectTrue()).toBe(0);
  await vote(0, 9);
  expect(await expectTrue()).toBe(9);
  const ids = await db.vote.findMany({ select: { id: true }, take: 4 });
  for (const { id } of ids)
    await excludeVotes({ votes: { voteIds: [id] }, reason: "test", actor: TERMINAL }, db);
  await vote(9, 12);
  expect(await expectTrue()).toBe(8);
  await restoreVotes({ votes: { voteIds: [ids[0]?.id ?? ""] }, actor: TERMINAL }, db);
  expect(await expectTrue()).toBe(9);
});

it("ranks a prompt's creations by the votes on it, and lists its battles", async () => {
  const { db } = await createTestDatabase();
  const { entrants } = await createWorld(db, { entrants: 4, prompts: 2 });
  await db.creation.updateMany({
    where: { entrantId: entrants[3] ?? "" },
    data: {
      ...{ status: "exec_error", glbSha256: null, glbBytes: null, triangles: null },
      ...{ posterSha256s: [], chosenAttempt: null },
    },
  });
  for (let seed = 0; seed < 30; seed++)
    await castVote({ ...(await openBattle(db, { seed })), outcome: "left" }, db);
  await appendLedger(db);
  const find = (query: unknown, slug = "prompt-1") =>
    findPromptDetail({ slug, query, voterId: null }, db);
  const found = await find({});
  if (found?.content.state !== "shown") throw new Error("not shown");
  const { ranking, battles } = found.content;
  const ranked = ranking?.ranked ?? [];
  expect(ranked).toHaveLength(4);
  expect(ranked.at(-1)).toMatchObject({ status: "exec_error", entrant: { slug: "entrant-3" } });
  const votes = ranked.reduce((sum, { record }) => sum + countRecord(record), 0) / 2;
  expect(votes).toBe((await search(db, { q: "Prompt 1" }))?.prompts[0]?.votes);
  expect(battles.battles).toHaveLength(Math.min(votes, 20));
  for (const { left } of battles.battles) {
    const winner = ranked.find(({ entrant }) => entrant.slug === left.slug);
    expect(winner?.record.wins).toBeGreaterThan(0);
  }

  const [best] = ranked;
  const rest = await find({ after: best?.id });
  expect(rest?.content).toMatchObject({
    ranking: { page: ranked.slice(1), isContinued: true, next: null },
  });
  expect(await find({ track: "image-to-3d" })).toBeNull();
  expect(await find({ before: "x" })).toBeNull();
  expect(await find({}, "nothing")).toBeNull();
  expect(await findPrompt("a\u0000b", db)).toBeNull();
});

it("shows of a withheld prompt its words alone, and no picture in the list", async () => {
  const { db } = await createTestDatabase();
  await createWorld(db, { entrants: 3, prompts: 3 });
  const { battleId, voterId } = await openBattle(db, { seed: 1 });
  const { prompt } = await db.battle.findUniqueOrThrow({
    where: { id: battleId },
    select: { prompt: { select: { slug: true, text: true } } },
  });
  const find = (reader: string | null) =>
    findPromptDetail({ slug: prompt.slug, query: {}, voterId: reader }, db);
  expect(await find(voterId)).toEqual({
    prompt: expect.objectContaining(prompt),
    content: { state: "withheld" },
  });
  expect(await find(null)).toMatchObject({ content: { state: "shown" } });
  const cards = (await search(db, {}, voterId))?.prompts ?? [];
  for (const card of cards)
    expect(card).toMatchObject({
      isWithheld: card.slug === prompt.slug,
      picture: card.slug === prompt.slug ? null : { kind: "creation" },
    });
  expect(cards).toHaveLength(3);

  await castVote({ battleId, voterId, outcome: "tie" }, db);
  expect(await find(voterId)).toMatchObject({ content: { state: "shown" } });
});
