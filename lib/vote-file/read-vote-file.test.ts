import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { readVoteFile } from "./read-vote-file";

let folder = "";
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyduel-votes-"));
});
afterAll(() => rm(folder, { recursive: true }));

const options = { board: "all", clusters: false, onVote: () => {} };

async function write(text: string): Promise<string> {
  const path = join(folder, "votes.csv");
  await writeFile(path, text);
  return path;
}

test("reads a file larger than one piece, and says how far it is", async () => {
  const rows = Array.from({ length: 50_000 }, (_, index) => `model-${index % 7},other,tie\n`);
  const text = `model_a,model_b,winner\n${rows.join("")}`;
  const seen: (number | null)[][] = [];
  const summary = await readVoteFile(await write(text), {
    ...options,
    onProgress: (read, size) => seen.push([read, size]),
  });
  expect(summary).toMatchObject({ votes: 50_000, bad: { count: 0 } });
  expect(seen.length).toBeGreaterThan(2);
  expect(seen.at(-1)).toEqual([text.length, text.length]);
});

test("reads bytes that already flow", async () => {
  const pieces = (async function* () {
    for (const text of ["model_a,model_b,win", "ner\nant,bee,tie\n"]) yield Buffer.from(text);
  })();
  const summary = await readVoteFile({ name: "a pipe", size: null, pieces }, options);
  expect(summary.votes).toBe(1);
});

describe("one line says what is wrong with a file", () => {
  test.each([
    ["model_a,model_b,winner\n", "has no usable row (none below the header)"],
    [
      "model_a,model_b,winner\nant,bee\nant,bee,x\n",
      "has no usable row (2 rows: 2 bad; line 2: 2 columns, not 3)",
    ],
    [
      "left_entrant,right_entrant,outcome,counted\nant,bee,tie,f\n,bee,tie,f\n",
      "has no usable row (2 rows: 1 bad, 1 excluded; line 3: the first entrant is empty)",
    ],
    ["a,b", "names neither"],
  ])("%j", async (text, message) => {
    const path = await write(text);
    const reading = readVoteFile(path, options);
    await expect(reading).rejects.toMatchObject({ name: "VoteFileError" });
    await expect(reading).rejects.toThrow(`${path} ${message}`);
  });

  test("a board without votes", async () => {
    const path = await write("left_entrant,right_entrant,outcome,track\nant,bee,tie,text-to-3d\n");
    await expect(readVoteFile(path, { ...options, board: "image-to-3d" })).rejects.toThrow(
      "has no usable row (1 row: 1 not of image-to-3d)",
    );
  });

  test("missing, or a directory", async () => {
    const missing = join(folder, "nowhere.csv");
    await expect(readVoteFile(missing, options)).rejects.toThrow(`${missing} is not there`);
    await expect(readVoteFile(folder, options)).rejects.toThrow(`${folder} is a directory`);
  });
});
