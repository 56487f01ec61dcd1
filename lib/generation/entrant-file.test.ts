import { expect, test } from "vitest";
import { parseEntrants, readEntrantFile, toSettings } from "@/lib/generation/entrant-file";
import { entrantOf } from "@/lib/generation/providers/test-entrant";

const parse = (text: string) => parseEntrants(text, { name: "e.yaml", folder: "/somewhere" });
const problemsOf = (text: string): string[] => {
  try {
    parse(text);
    return [];
  } catch (error) {
    return String(error instanceof Error ? error.message : error)
      .split("\n")
      .slice(1)
      .map((line) => line.trim());
  }
};

const MODEL = "model: { provider: openai, id: gpt-5.5, name: GPT-5.5 }";

test("what the file leaves out is filled in", () => {
  expect(entrantOf(MODEL)).toEqual({
    ...{ slug: "tested", name: "Tested", kind: "model" },
    model: { provider: "openai", id: "gpt-5.5", name: "GPT-5.5" },
    ...{ strategy: "single", attempts: 1, critiqueRounds: 0, thinking: null },
    ...{ promptStyle: "description", views: [45, 135, 225, 315], temperature: 0.7 },
    ...{ maxOutputTokens: 65_536, timeoutSeconds: 600, requestsPerMinute: null, price: null },
    blender: null,
  });
  expect(entrantOf(`${MODEL}\nstrategy: error-feedback`)).toMatchObject({ attempts: 3 });
  expect(entrantOf(`${MODEL}\nstrategy: self-critique`)).toMatchObject({
    ...{ attempts: 3, critiqueRounds: 2 },
  });
  expect(entrantOf(`${MODEL}\nviews: 2`).views).toEqual([45, 135]);
  expect(entrantOf(`${MODEL}\nviews: [315, 45]`).views).toEqual([45, 315]);
});

test("every problem is named with its place", () => {
  const text = `entrants:
  - slug: one
    name: One
    ${MODEL}
    temperature: hot
    colour: red
  - slug: Two!
    name: ""
    model: { provider: openai, id: 4.1, name: X, baseUrl: http://x }
    attempts: 3
    blender: 5.0
  - slug: three
    name: Three
    model: { provider: gopher, id: x, name: X }
  - slug: four
    name: Four
    model: { provider: openai-compatible, id: x, name: X, baseUrl: "http://user:word@x/v1", apiKeyVariable: SECRET }
    critiqueRounds: 2
    views: [45, 90]
  - slug: five
    name: Five
    model: { provider: google, id: gemini-3.1-pro-preview, name: X }
    thinking: none
  - slug: six
    name: Six
    model: { provider: replay, id: x, name: X, scripts: scripts/all.py }
`;
  expect(problemsOf(text)).toEqual([
    "entrants[0].temperature: Invalid input: expected number, received string (line 5)",
    "entrants[0]: unknown key colour (line 2)",
    "entrants[1].slug: must be a slug: a-z, 0-9 and single hyphens (line 7)",
    "entrants[1].name: must not be empty (line 8)",
    "entrants[1].model.id: must be the provider's name of the model, in quotes (line 9)",
    "entrants[1].model: unknown key baseUrl (line 9)",
    'entrants[1].blender: must be the start of a version in quotes, such as "5.0" (line 11)',
    "entrants[2].model.provider: must name a provider: openai, anthropic, google, openrouter, openai-compatible or replay (line 14)",
    "entrants[3].model.apiKeyVariable: must be a variable's name that ends in _API_KEY (line 17)",
    "entrants[3].model.baseUrl: must hold no user and password (line 17)",
    "entrants[3].views: must be 1 to 4, or a list of 45, 135, 225, 315 (line 19)",
    "entrants[4].thinking: gemini-3.1-pro-preview always thinks: take minimal or low, or leave it out (line 23)",
    "entrants[5].model.scripts: must be a .jsonl file or hold {source} or {prompt} (line 26)",
  ]);
});

test("what contradicts itself, and slugs that are taken, are refused", () => {
  const entrant = (fields: string) => `  - { slug: a, name: A, ${MODEL}${fields} }\n`;
  expect(problemsOf(`entrants:\n${entrant(", attempts: 2, critiqueRounds: 1")}`)).toEqual([
    "entrants[0].attempts: must be 1 with strategy single: error-feedback makes more (line 2)",
    "entrants[0].critiqueRounds: belongs to strategy self-critique (line 2)",
  ]);
  expect(problemsOf(`entrants:\n${entrant("")}${entrant("")}`)).toEqual([
    'entrants[1].slug: "a" is taken by entrants[0] (line 3)',
  ]);
});

test.each([
  ["", "the file: must hold a list `entrants`"],
  ["entrants: []", "entrants: must name at least one (line 1)"],
  ["entrants:\n  - slug: a\n  slug: b", /^line 3: /],
  [
    "entrants:\n  - model: { scripts: a/{source}.py }",
    "line 2: Unexpected flow-map-start at node end: values that hold { } belong in quotes",
  ],
  ["participants: []", "entrants: must be a list of entrants (line 1)"],
])("%j is no entrant file", (text, problem) => {
  expect(problemsOf(text)[0]).toMatch(problem);
});

test("the example is a file that works, of every provider", async () => {
  const entrants = await readEntrantFile("entrants.example.yaml");
  expect(new Set(entrants.map(({ model }) => model.provider)).size).toBe(6);
});

test("a file that is not there is said so", async () => {
  await expect(readEntrantFile("/nowhere/e.yaml")).rejects.toThrow(
    /There is no entrant file .nowhere.e.yaml/,
  );
});

test("settings hold what changes the objects, in one order, and nothing else", () => {
  const one = `${MODEL}\nthinking: low\ntemperature: null\nblender: "5.0"`;
  const settings = toSettings(entrantOf(one));
  expect(JSON.stringify(settings)).toBe(
    '{"provider":"openai","model":"gpt-5.5","strategy":"single","attempts":1,"blender":"5.0","thinking":"low","promptStyle":"description","views":[45,135,225,315],"temperature":null,"maxOutputTokens":65536}',
  );
  const dearer = `price: { inputPerMillion: 9, outputPerMillion: 9 }\ntimeoutSeconds: 5\n${one}`;
  expect(toSettings({ ...entrantOf(dearer), name: "Other" })).toEqual(settings);
});

test("settings of a replay do not depend on where the file lies", () => {
  const log = `model: { provider: replay, id: x, name: X, scripts: logs.jsonl, filter: { setting: s, model: m } }`;
  expect(toSettings(entrantOf(log, "/here"))).toEqual(toSettings(entrantOf(log, "/there")));
  expect(toSettings(entrantOf(log))).toMatchObject({
    ...{ scripts: "logs.jsonl", filter: "model=m, setting=s" },
  });
});
