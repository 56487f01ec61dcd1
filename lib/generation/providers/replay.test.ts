import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, expect, test } from "vitest";
import type { ModelRequest } from "@/lib/generation/providers/model-call";
import { createProvider } from "@/lib/generation/providers/provider";
import { entrantOf, TEST_REQUEST } from "@/lib/generation/providers/test-entrant";

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), "polyduel-replay-"));
  await mkdir(join(folder, "text-to-3d"));
  await writeFile(join(folder, "text-to-3d/Teapot_seed0.1.py"), "```\nfirst");
  await writeFile(join(folder, "text-to-3d/Teapot_seed0.2.py"), "second");
  await writeFile(join(folder, "teapot.py"), "only");
  await writeFile(join(folder, "secret.txt"), "do not tell");
  const rows = [
    { instance: "Teapot_seed0", model: "a", setting: "single", code: "one", input_tokens: 10 },
    {
      ...{ instance: "Teapot_seed0", model: "b", setting: "multi", code: "last" },
      attempt_codes: JSON.stringify(["bad", "lást"]),
      ...{ input_tokens: 100, output_tokens: 50, thoughts_tokens: 20, cache_read_tokens: 5 },
      ...{ cost_usd: 0.02, latency_s: 12.5, extra: { anything: 1 } },
    },
    { instance: "Plate_seed0", model: "b", setting: "multi", code: null, attempt_codes: "" },
  ];
  const lines = rows.map((row) => JSON.stringify(row));
  await writeFile(join(folder, "log.jsonl"), `${lines.join("\n")}\n\n`);
  await writeFile(join(folder, "bad.jsonl"), `${lines[0]}\n{"instance": 5}\n`);
});
afterAll(() => rm(folder, { recursive: true }));

const replay = (scripts: string, filter = "{}") =>
  createProvider(
    entrantOf(
      `model: { provider: replay, id: r, name: R, scripts: "${scripts}", filter: ${filter} }`,
      folder,
    ),
    { readApiKey: () => null },
  );
const request = (fields: Partial<ModelRequest>): ModelRequest => ({
  ...{ ...TEST_REQUEST, source: "Teapot_seed0", attempt: 1 },
  ...fields,
});

test("scripts come from a path, attempt by attempt, as they are", async () => {
  const { ask } = replay("{track}/{source}.{attempt}.py");
  expect(await ask(request({}))).toMatchObject({ text: "```\nfirst", isScript: true });
  expect(await ask(request({ attempt: 2, kind: "repair" }))).toMatchObject({ text: "second" });
  expect(await ask(request({ attempt: 3, kind: "repair" }))).toBeNull();
  expect(await ask(request({ attempt: 2, kind: "critique" }))).toBeNull();
});

test("a path without attempts has one", async () => {
  const { ask } = replay("{prompt}.py");
  expect(await ask(request({}))).toMatchObject({ text: "only", costUsd: null, seconds: 0 });
  expect(await ask(request({ attempt: 2 }))).toBeNull();
});

test.each([
  ["{source}.py", { source: "Sofa_seed0" }, /ENOENT/],
  ["text-to-3d/{source}", { source: "../secret.txt" }, "{source} is not fit for a path"],
  ["{prompt}/secret.txt", { prompt: ".." }, "{prompt} is not fit for a path"],
  ["{prompt}.{style}.py", {}, "{style} is no placeholder"],
])("%s has nothing for %j", async (scripts, fields, message) => {
  const asked = replay(scripts).ask(request(fields));
  await expect(asked).rejects.toThrow(message);
  await expect(asked).rejects.toMatchObject({ code: "no_script" });
});

test("published logs give each attempt, and what all took with the first", async () => {
  const { ask } = replay("log.jsonl", "{ model: b, setting: multi }");
  expect(await ask(request({}))).toMatchObject({
    ...{ text: "bad", responseModel: "b", costUsd: 0.02, seconds: 12.5, isScript: true },
    usage: { inputTokens: 100, outputTokens: 50, reasoningTokens: 20, cachedInputTokens: 5 },
  });
  expect(await ask(request({ attempt: 2 }))).toMatchObject({ text: "lást", costUsd: null });
  expect(await ask(request({ attempt: 3 }))).toBeNull();
  expect(await ask(request({ source: "Plate_seed0" }))).toMatchObject({ text: "" });
});

test.each([
  ["log.jsonl", "{}", "has 2 lines for Teapot_seed0: narrow its filter"],
  ["log.jsonl", "{ model: z }", "has nothing for Teapot_seed0"],
  ["bad.jsonl", "{}", "line 2: instance"],
  ["none.jsonl", "{}", "ENOENT"],
])("%s with %s is no use: %s", async (scripts, filter, message) => {
  await expect(replay(scripts, filter).ask(request({}))).rejects.toThrow(message);
});
