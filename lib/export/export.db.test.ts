import { text } from "node:stream/consumers";
import { expect, it, vi } from "vitest";
import { TERMINAL } from "@/lib/audit/schema";
import { listWithheldPrompts } from "@/lib/battle/data";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { createWorld, openBattle } from "@/lib/database/test-world";
import { excludeVotes, restoreVotes } from "@/lib/exclusion/mutations";
import { EXPORTS_AT_ONCE, streamVotes } from "@/lib/export/data";
import { type ExportQuery, exportQuerySchema } from "@/lib/export/schema";
import { appendLedger } from "@/lib/ledger/mutations";
import { castVote } from "@/lib/vote/mutations";

async function exportRows(
  { pool }: TestDatabase,
  query: Partial<Parameters<typeof streamVotes>[0]> = {},
): Promise<Record<string, string>[]> {
  const csv = await text(await streamVotes({ format: "csv", ...query }, pool));
  const [header = "", ...lines] = csv.trimEnd().split("\n");
  const names = header.split(",");
  return lines.map((line) =>
    Object.fromEntries(line.split(",").map((value, index) => [names[index] ?? "", value])),
  );
}

async function voteTimes(database: TestDatabase, count: number): Promise<string[]> {
  const ids: string[] = [];
  for (let seed = 0; seed < count; seed++) {
    const battle = await openBattle(database.db, { seed });
    await castVote({ ...battle, outcome: "left" }, database.db);
    const vote = await database.db.vote.findUniqueOrThrow({
      where: { battleId: battle.battleId },
    });
    ids.push(vote.id);
  }
  return ids;
}

it("gives every counted vote once, in seq order, and nothing that is not in the ledger yet", async () => {
  const database = await createTestDatabase();
  await createWorld(database.db, { entrants: 4, prompts: 2 });
  const ids = await voteTimes(database, 5);
  expect(await exportRows(database)).toEqual([]);
  await appendLedger(database.db);
  const rows = await exportRows(database);
  expect(rows.map(({ seq }) => seq)).toEqual(["1", "2", "3", "4", "5"]);
  expect(rows.map(({ vote_id }) => vote_id)).toEqual(ids);
  expect(new Set(rows.map(({ voter }) => voter)).size).toBe(5);
  expect(rows[0]).toMatchObject({ outcome: "left", track: "text-to-3d", counted: "t" });
  const voters = await database.db.voter.findMany({ select: { id: true } });
  for (const { id } of voters) expect(JSON.stringify(rows)).not.toContain(id);
});

it("names no file of a prompt that the reader is judging, which they could find by its hash", async () => {
  const database = await createTestDatabase();
  await createWorld(database.db, { entrants: 4, prompts: 2 });
  await voteTimes(database, 8);
  await appendLedger(database.db);
  const everything = await exportRows(database);
  expect(new Set(everything.map(({ prompt }) => prompt)).size).toBe(2);
  const { voterId } = await openBattle(database.db, { seed: 1 });
  const withheld = await listWithheldPrompts(voterId, database.db);
  const { slug } = await database.db.prompt.findFirstOrThrow({
    where: { id: { in: [...withheld] } },
  });
  const hidden = { left_glb_sha256: "", right_glb_sha256: "" };
  expect(await exportRows(database, { withheld })).toEqual(
    everything.map((row) => (row.prompt === slug ? { ...row, ...hidden } : row)),
  );
});

it("cuts by since, through and track, and shows the ledger's state at through", async () => {
  const database = await createTestDatabase();
  await createWorld(database.db, { entrants: 4, prompts: 2 });
  const [first = "", second = ""] = await voteTimes(database, 4);
  await appendLedger(database.db);
  const one = (voteId: string) => ({ votes: { voteIds: [voteId] }, actor: TERMINAL });
  await excludeVotes({ ...one(first), reason: "automated" }, database.db);
  await excludeVotes({ ...one(second), reason: "test" }, database.db);
  await appendLedger(database.db);
  await restoreVotes(one(second), database.db);
  await appendLedger(database.db);

  const seqs = async (query: Partial<ExportQuery>) =>
    (await exportRows(database, query)).map(({ seq }) => Number(seq));
  expect(await seqs({})).toEqual([2, 3, 4]);
  expect(await seqs({ since: 2 })).toEqual([3, 4]);
  expect(await seqs({ through: 3 })).toEqual([1, 2, 3]);
  expect(await seqs({ through: 6 })).toEqual([3, 4]);
  expect(await seqs({ track: "image-to-3d" })).toEqual([]);
  expect(await seqs({ track: "'; DROP TABLE votes; --" })).toEqual([]);
  expect(exportQuerySchema.safeParse({ track: "text\0" }).success).toBe(false);
  const all = await exportRows(database, { include: "excluded", through: 6 });
  expect(all.map(({ seq, counted, exclusion_reason }) => [seq, counted, exclusion_reason])).toEqual(
    [
      ["1", "f", "automated"],
      ["2", "f", "test"],
      ["3", "t", ""],
      ["4", "t", ""],
    ],
  );
});

it("frees its connection when the reader goes away", async () => {
  const database = await createTestDatabase();
  await createWorld(database.db, { entrants: 2, prompts: 1 });
  for (let index = 0; index < 30; index++) {
    const stream = await streamVotes({ format: "csv" }, database.pool);
    await stream.cancel();
  }
  expect(await exportRows(database)).toEqual([]);
});

it("leaves connections for everybody else, however slowly its readers read", async () => {
  const database = await createTestDatabase();
  const { db, pool } = database;
  await createWorld(db, { entrants: 2, prompts: 1 });
  await voteTimes(database, 1);
  // More than fits on the way to a reader.
  await db.$executeRaw`
    WITH more AS (
      INSERT INTO battles (id, voter_id, track, category, display, prompt_id, left_creation_id, right_creation_id,
                           left_entrant_id, right_entrant_id, policy, probability, expires_at, voted_at)
      SELECT gen_random_uuid(), voter_id, track, category, display, prompt_id, left_creation_id, right_creation_id,
             left_entrant_id, right_entrant_id, policy, probability, expires_at, voted_at
      FROM battles, generate_series(1, 5000) RETURNING id, voter_id
    ), cast_in_them AS (
      INSERT INTO votes (id, battle_id, voter_id, outcome)
      SELECT gen_random_uuid(), id, voter_id, 'tie' FROM more RETURNING id
    )
    INSERT INTO ledger_inbox (kind, vote_id) SELECT 'vote', id FROM cast_in_them`;
  await appendLedger(db);
  const open = () => streamVotes({ format: "csv" }, pool);
  const slow = await Promise.all(Array.from({ length: EXPORTS_AT_ONCE }, open));
  await expect(open()).rejects.toMatchObject({ code: "rate_limited" });
  expect(await db.prompt.count()).toBe(1);
  for (const stream of slow) await stream.cancel();
  // The server hears of it a moment later.
  const next = await vi.waitUntil(() => open().catch(() => null));
  await next.cancel();
});
