import { createHash } from "node:crypto";
import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it, onTestFinished } from "vitest";
import { PromptFileError, readPromptFile } from "@/lib/prompt/prompt-file";

async function folderOf(files: Record<string, string>): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "polyduel-prompts-"));
  onTestFinished(() => rm(folder, { recursive: true }));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(join(folder, name, ".."), { recursive: true });
    await writeFile(join(folder, name), text);
  }
  return folder;
}

const chair = {
  instance: "Chair_seed0",
  super_category: "manufactured",
  group: "seat",
  prompt_description: " A chair. ",
  prompt_instruction: "Model a chair.",
  reference_script: "factories/Chair_seed0.py",
  reference_script_lines: 3,
};

it("reads the columns of 3DCodeBench, with the reference where it is there", async () => {
  const folder = await folderOf({
    "prompts.jsonl": `${JSON.stringify(chair)}\n\n`,
    "factories/Chair_seed0.py": "import bpy\n",
  });
  const file = await readPromptFile(folder);
  const [entry] = file.entries;
  expect(file.refused).toEqual([]);
  expect(entry).toEqual({
    source: "Chair_seed0",
    slug: "chair",
    title: "Chair",
    text: "A chair.",
    instruction: "Model a chair.",
    category: "manufactured",
    reference: { kind: "script", path: join(folder, "factories/Chair_seed0.py") },
    details: {
      group: "seat",
      referenceScriptSha256: createHash("sha256").update("import bpy\n").digest("hex"),
    },
  });
  expect((await readPromptFile(join(folder, "prompts.jsonl"))).entries).toEqual(file.entries);
});

it("reads one folder for each prompt", async () => {
  const folder = await folderOf({
    "Fern_seed0/prompt_description.txt": "A fern.\n",
    "Fern_seed0/prompt_instruction.txt": "Model a fern.\n",
    "Fern_seed0/Fern_seed0.py": "import bpy\n",
    "Vase_seed0/prompt_description.txt": "A vase.",
    "Vase_seed0/vase.glb": "glTF",
    "notes/readme.md": "nothing",
  });
  const { entries, refused } = await readPromptFile(folder);
  expect(
    entries.map(({ slug, instruction, reference }) => [slug, instruction, reference?.kind]),
  ).toEqual([
    ["fern", "Model a fern.", "script"],
    ["vase", null, "glb"],
  ]);
  expect(refused).toEqual([{ place: "notes/", reason: "has no prompt_description.txt" }]);
});

it("refuses what is wrong with a prompt, and takes the others", async () => {
  const row = (value: object) => JSON.stringify({ ...chair, reference_script: null, ...value });
  const folder = await folderOf({
    "prompts.jsonl": [
      row({}),
      "{not json",
      row({ instance: undefined }),
      row({ instance: "Empty_seed0", prompt_description: "  " }),
      row({ instance: "Long_seed0", prompt_description: "x".repeat(4001) }),
      row({ instance: "Bell_seed0", prompt_description: "a \u0007 bell" }),
      row({ instance: "chair" }),
      row({ instance: "東京" }),
      "[]",
      row({ instance: "Table_seed0" }),
    ].join("\n"),
  });
  const { entries, refused } = await readPromptFile(folder);
  expect(entries.map(({ slug }) => slug)).toEqual(["chair", "table"]);
  expect(refused.map(({ place, reason }) => `${place} ${reason}`)).toEqual([
    "prompts.jsonl:2 is not JSON",
    "prompts.jsonl:3 has neither instance nor slug",
    "prompts.jsonl:4 prompt_description is empty",
    "prompts.jsonl:5 prompt_description is longer than 4000 characters",
    "prompts.jsonl:6 prompt_description holds control characters",
    "prompts.jsonl:7 is the same prompt (chair) as prompts.jsonl:1",
    'prompts.jsonl:8 "東京" gives no address: it has no letter or digit',
    expect.stringContaining("prompts.jsonl:9 Invalid input"),
  ]);
});

it("never follows a reference out of its folder", async () => {
  const outside = await folderOf({ "secret.py": "import bpy" });
  const folder = await folderOf({
    "prompts.jsonl": JSON.stringify({ ...chair, reference_script: join(outside, "secret.py") }),
  });
  expect((await readPromptFile(folder)).entries[0]?.reference).toBeNull();
});

it("says why a file cannot be read at all", async () => {
  const folder = await folderOf({ "empty.jsonl": "\n", "other/readme.md": "" });
  await expect(readPromptFile(join(folder, "none"))).rejects.toThrow(PromptFileError);
  await expect(readPromptFile(join(folder, "empty.jsonl"))).rejects.toThrow("holds no prompt");
  await expect(readPromptFile(folder)).rejects.toThrow("neither a prompts.jsonl nor folders");
});
