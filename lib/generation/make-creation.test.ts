import { afterAll, afterEach, beforeAll, expect, test } from "vitest";
import { makeCreation } from "@/lib/generation/make-creation";
import { type BakedObject, bakeObject, bakeScript } from "@/lib/generation/pipeline";
import { createProvider } from "@/lib/generation/providers/provider";
import { entrantOf, LOCAL_MODEL, TEST_KEY } from "@/lib/generation/providers/test-entrant";
import type { BakeOutcome } from "@/lib/generation/strategies/attempt";
import type { CreationEvent } from "@/lib/generation/strategies/workbench";
import {
  startTestProvider,
  type TestAnswer,
  type TestProvider,
  type TestRequest,
} from "@/lib/generation/test-provider-server";
import { type BakeTools, prepareTools } from "@/lib/generation/tools";

/** The whole path: a server that speaks the OpenAI protocol, and a real Blender in a real sandbox. */

let tools: BakeTools;
let server: TestProvider;
beforeAll(async () => {
  tools = await prepareTools();
}, 60_000);
afterEach(() => server?.close());
afterAll(() => tools?.close());

const TABLE = `import bpy
bpy.ops.mesh.primitive_cube_add(size=1, location=(0, 0, 1), scale=(1, 1, 0.1))
for x in (-0.4, 0.4):
    for y in (-0.4, 0.4):
        bpy.ops.mesh.primitive_cylinder_add(radius=0.05, depth=1, location=(x, y, 0.5))
`;
const BROKEN = `${TABLE}bpy.context.object.no_such_thing()\n`;
const CURVED = TABLE.replace("scale=(1, 1, 0.1)", "scale=(1.2, 1.2, 0.1)");

let slot = 300;
const bake = (script: string, signal?: AbortSignal): Promise<BakedObject> =>
  bakeObject({ script, slot: slot++, signal }, tools.blender);

type Options<C extends BakeOutcome> = {
  fields?: string;
  bake: (script: string, signal?: AbortSignal) => Promise<C>;
};

/** Makes a creation of what the server answers, and checks that the key is in nothing that comes of it. */
async function make<C extends BakeOutcome>(
  answers: (TestAnswer | ((request: TestRequest) => TestAnswer))[],
  options: Options<C>,
) {
  server = await startTestProvider((request, n) => {
    const answer = answers[n] ?? { status: 500, body: "one request too many" };
    return typeof answer === "function" ? answer(request) : answer;
  });
  const entrant = entrantOf(`${LOCAL_MODEL}\n${options.fields ?? "strategy: error-feedback"}`);
  const events: CreationEvent[] = [];
  const made = await makeCreation(
    {
      entrant,
      prompt: {
        ...{ slug: "table", source: null, text: "A small table.", instruction: null },
        referenceImages: [],
      },
      track: { slug: "text-to-3d", display: "clay", takesImages: false },
    },
    {
      provider: createProvider(entrant, {
        ...{ readApiKey: () => TEST_KEY, baseUrl: `${server.origin}/v1` },
        patience: { baseMs: 20 },
      }),
      ...{ bake: options.bake, blenderVersion: tools.blenderVersion },
      onEvent: (event) => events.push(event),
    },
  );
  for (const { headers } of server.requests)
    expect(headers.authorization).toBe(`Bearer ${TEST_KEY}`);
  expect(JSON.stringify([made, events])).not.toContain(TEST_KEY);
  return { made, events, statuses: made.attempts.map(({ status }) => status) };
}

test("a script that works the first time", { timeout: 60_000 }, async () => {
  const { made, statuses } = await make([{ text: TABLE }], { bake });
  expect(statuses).toEqual(["ok"]);
  expect(made.chosenAttempt).toBe(1);
  expect(made.creation).toMatchObject({ status: "ok", stats: { meshes: 5 } });
  expect(made.attempts[0]).toMatchObject({ script: TABLE, reply: null, inputTokens: 120 });
  expect(made.attempts[0]?.bakeSeconds).toBeGreaterThan(0);
  expect(server.requests[0]?.text).toContain(`in Blender ${tools.blenderVersion}`);
});

test("one that fails and is repaired on the second attempt", { timeout: 60_000 }, async () => {
  const { made, statuses } = await make([{ text: BROKEN }, { text: TABLE }], { bake });
  expect(statuses).toEqual(["exec_error", "ok"]);
  expect(made.chosenAttempt).toBe(2);
  expect(made.attempts[0]).toMatchObject({ script: BROKEN, failureFamily: "api" });
  const repair = JSON.stringify(server.requests[1]?.body.messages);
  expect(repair).toContain("A small table.");
  expect(repair).toContain(JSON.stringify(BROKEN).slice(1, -1));
  expect(repair).toContain("has no attribute 'no_such_thing'");
  expect(repair).toContain("model_script.py");
});

test("one that never works", { timeout: 60_000 }, async () => {
  const { made, statuses } = await make([{ text: "import bpy" }, { text: BROKEN }], {
    ...{ bake, fields: "strategy: error-feedback\nattempts: 2" },
  });
  expect(statuses).toEqual(["no_mesh", "exec_error"]);
  expect(made).toMatchObject({ chosenAttempt: null, creation: { status: "exec_error" } });
  expect(made.creation.attempt.errorText).toBe(made.attempts[1]?.errorText);
  const told = JSON.stringify(server.requests[1]?.body.messages);
  expect(told).toContain("mesh objects at the end: 0");
});

test("one within fences and prose", { timeout: 60_000 }, async () => {
  const text = `Here is a table:\n\n\`\`\`python\n${TABLE}\`\`\`\n\nEnjoy!`;
  const { made, statuses } = await make([{ text }], { bake });
  expect(statuses).toEqual(["ok"]);
  expect(made.attempts[0]).toMatchObject({
    ...{ script: TABLE, reply: text, details: { extraction: "fenced" } },
  });
});

test("no Python, then nothing at all", { timeout: 60_000 }, async () => {
  const { made, statuses } = await make(
    [{ text: "I am sorry, but a table is beyond me." }, { text: "", finish: "length" }],
    { bake, fields: "strategy: error-feedback\nattempts: 2" },
  );
  expect(statuses).toEqual(["parse_error", "parse_error"]);
  expect(made.attempts[0]?.errorText).toContain("SyntaxError");
  expect(made.attempts[1]?.errorText).toBe("The reply held no script (finish reason: length).");
  expect(made.attempts[1]?.bakeSeconds).toBe(0);
});

test("a provider that is busy, then slow, then answers with the key", {
  timeout: 60_000,
}, async () => {
  const echo = ({ headers }: TestRequest) => ({ text: `# ${headers.authorization}\n${TABLE}` });
  const { made, events } = await make(
    [
      { status: 429, headers: { "retry-after": "1" }, body: { error: { message: "busy" } } },
      "hang",
      echo,
    ],
    { bake, fields: "timeoutSeconds: 0.5" },
  );
  const script = `# Bearer [key]\n${TABLE}`;
  expect(made.attempts).toMatchObject([{ status: "ok", script, details: { retries: 2 } }]);
  expect(events.filter(({ kind }) => kind === "waiting")).toMatchObject([
    ...[{ reason: "429 busy", waitSeconds: 1 }, { reason: "no answer in time" }],
  ]);
});

test("a provider that never answers is no failure of the entrant", async () => {
  const hanging = make(["hang", "hang", "hang"], { bake, fields: "timeoutSeconds: 0.2" });
  await expect(hanging).rejects.toMatchObject({ name: "ProviderError", code: "timeout" });
});

test("an object is shown to its model and replaced", { timeout: 60_000 }, async () => {
  const { made } = await make(
    [
      { text: TABLE },
      { text: `NEEDS_FIX: YES\nThe top is too small.\n\`\`\`python\n${CURVED}\`\`\`` },
      { text: "NEEDS_FIX: NO\nIt is a table." },
    ],
    {
      bake: (script, signal) => bakeScript({ script, slot: slot++, signal }, tools),
      fields: "strategy: self-critique",
    },
  );
  expect(made).toMatchObject({ chosenAttempt: 2, creation: { status: "ok" } });
  expect(made.creation.status === "ok" && made.creation.posters).toHaveLength(4);
  expect(made.provenance.critiques.map(({ kept }) => kept)).toEqual([true, false]);
  for (const request of server.requests.slice(1))
    expect(request.text.match(/data:image\/png;base64,iVBORw0KGgo/g)).toHaveLength(4);
});
