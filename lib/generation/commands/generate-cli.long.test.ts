import { spawn } from "node:child_process";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { v4 as uuidv4 } from "uuid";
import { expect, it, onTestFinished } from "vitest";
import { getBattleSide } from "@/lib/battle/data";
import { serveBattle } from "@/lib/battle/mutations";
import { createTestDatabase, type TestDatabase } from "@/lib/database/test-database";
import { childEnvironment } from "@/lib/env";
import { startTestProvider, type TestAnswer } from "@/lib/generation/test-provider-server";
import { seededRandom } from "@/lib/random";

const KEY = "sk-test-0123456789abcdef-secret";

/** A red box of its own size for each model, so that every file differs. */
function boxScript(width: number): string {
  return `import bpy
bpy.ops.mesh.primitive_cube_add(size=1)
box = bpy.context.object
box.scale = (${width}, 1, 1)
paint = bpy.data.materials.new("paint")
paint.use_nodes = True
paint.node_tree.nodes["Principled BSDF"].inputs["Base Color"].default_value = (0.8, 0.1, 0.1, 1)
box.data.materials.append(paint)
`;
}

const BROKEN = "import bpy\nbpy.context.object.no_such_thing()\n";

/** What each model says to the first question, the second, … of one prompt. */
const ANSWERS: Record<string, TestAnswer[]> = {
  steady: [{ text: boxScript(1) }],
  fenced: [
    { status: 429, headers: { "retry-after": "1" }, body: { error: { message: "slow down" } } },
    { text: `Here it is:\n\`\`\`python\n${boxScript(2)}\`\`\`\nEnjoy!` },
  ],
  learner: [{ text: BROKEN }, { text: boxScript(3) }],
  hopeless: [{ text: BROKEN }, { text: "I am sorry, I cannot." }, { text: "" }],
  down: Array.from({ length: 20 }, () => ({
    status: 401,
    body: { error: { message: `bad key ${KEY}` } },
  })),
};

async function run(args: string[], settings: Record<string, string>) {
  const child = spawn(
    process.execPath,
    ["--conditions=react-server", "--import", "tsx", "scripts/generate.ts", ...args],
    { env: childEnvironment({ LOG_LEVEL: "error", ...settings }) },
  );
  let output = "";
  for (const stream of [child.stdout, child.stderr])
    stream.on("data", (piece: Buffer) => {
      output += piece.toString();
    });
  const code = await new Promise<number | null>((resolve) => child.once("exit", resolve));
  return { code, output };
}

async function startModels() {
  const asked = new Map<string, number>();
  const server = await startTestProvider(({ body }) => {
    const model = String(body.model);
    const n = asked.get(model) ?? 0;
    asked.set(model, n + 1);
    return ANSWERS[model]?.[n] ?? { status: 500, body: "one request too many" };
  });
  onTestFinished(() => server.close());
  return server;
}

async function layOut(origin: string): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "polyduel-cli-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const entrants = Object.keys(ANSWERS).map(
    (slug) =>
      `  - slug: ${slug}
    name: ${slug}
    model: { provider: openai-compatible, id: ${slug}, name: ${slug}, baseUrl: "${origin}/v1", apiKeyVariable: TESTED_API_KEY }
    strategy: error-feedback
    price: { inputPerMillion: 1, outputPerMillion: 10 }`,
  );
  await writeFile(join(folder, "entrants.yaml"), `entrants:\n${entrants.join("\n")}\n`);
  await writeFile(
    join(folder, "prompts.jsonl"),
    `${JSON.stringify({ slug: "red-box", text: "A red box.", category: "boxes" })}\n{oops\n`,
  );
  return folder;
}

it("makes creations from a file of entrants, a file of prompts and a server of models", async () => {
  const database = await createTestDatabase();
  const { origin, requests } = await startModels();
  const folder = await layOut(origin);
  const settings = {
    ...{ DATABASE_URL: database.url, DATA_DIR: join(folder, "data"), TESTED_API_KEY: KEY },
  };
  const everything = [
    ...["--file", join(folder, "entrants.yaml"), "--entrants", "all"],
    ...["--prompts", join(folder, "prompts.jsonl"), "--concurrency", "5"],
  ];

  const dry = await run([...everything, "--dry-run"], settings);
  expect(dry.output).toContain("1 new, 0 updated, 0 unchanged, 1 refused");
  expect(dry.output).toContain("refused prompts.jsonl:2: is not JSON");
  expect(dry.output).toContain("5 creations to make, 0 are there already.");
  expect(dry.output).toMatch(/learner +1 +1–3 +\$0\.0325 to \$0\.0975/);
  expect(requests).toHaveLength(0);

  const made = await run(everything, settings);
  expect(made.code).toBe(1);
  expect(made.output).toContain("red-box / steady  ok");
  expect(made.output).toContain("red-box / learner  ok  2 attempts");
  expect(made.output).toContain("red-box / hopeless  parse_error  3 attempts");
  expect(made.output).toMatch(/red-box \/ down {2}not made: .*401/);
  expect(made.output).toContain("1 are still missing");
  expect(made.output).not.toContain(KEY);
  await expectWholeAttempts(database);
  await expectServed(database);

  // What is there is not made again; what the provider refused is tried again.
  const before = requests.length;
  const again = await run(everything, settings);
  expect(again.output).toContain("1 creations to make, 4 are there.");
  expect(requests.slice(before).every(({ body }) => body.model === "down")).toBe(true);

  // An entrant is its settings: others need another slug.
  const path = join(folder, "entrants.yaml");
  const hotter = (await readFile(path, "utf8")).replace(
    "strategy: error-feedback",
    "strategy: error-feedback\n    temperature: 1.5",
  );
  await writeFile(path, hotter);
  const refused = await run(everything, settings);
  expect(refused.code).toBe(1);
  expect(refused.output).toContain(
    "Entrant steady has 1 creations made under other settings: temperature.",
  );
}, 240_000);

async function expectWholeAttempts({ db }: TestDatabase): Promise<void> {
  const rows = await db.creation.findMany({
    select: {
      entrant: { select: { slug: true } },
      status: true,
      chosenAttempt: true,
      costUsd: true,
      renderedGlbSha256: true,
      provenance: true,
      attempts: { orderBy: { number: "asc" } },
    },
  });
  const bySlug = new Map(rows.map((row) => [row.entrant.slug, row]));
  expect([...bySlug.keys()].sort()).toEqual(["fenced", "hopeless", "learner", "steady"]);
  expect(JSON.stringify(rows)).not.toContain(KEY);

  const learner = bySlug.get("learner");
  expect(learner).toMatchObject({ status: "ok", chosenAttempt: 2 });
  expect(learner?.attempts).toMatchObject([
    { kind: "first", status: "exec_error", failureFamily: "api", script: BROKEN, inputTokens: 120 },
    { kind: "repair", status: "ok", script: boxScript(3), errorText: null },
  ]);
  expect(learner?.attempts[0]?.errorText).toContain("no_such_thing");
  // Two calls of 120 tokens in and 50 out, at $1 and $10 a million.
  expect(Number(learner?.costUsd)).toBeCloseTo((2 * (120 + 50 * 10)) / 1e6, 9);
  expect(learner?.renderedGlbSha256).toMatch(/^[0-9a-f]{64}$/);
  expect(learner?.provenance).toMatchObject({
    sandbox: "bwrap",
    blenderVersion: expect.stringMatching(/^\d+\.\d+/),
    strategy: "error-feedback",
    systemPrompt: { name: "text-to-3d", sha256: expect.stringMatching(/^[0-9a-f]{64}$/) },
  });
  expect(bySlug.get("fenced")?.attempts).toMatchObject([
    { script: boxScript(2), details: { extraction: "fenced", retries: 1 } },
  ]);
  expect(bySlug.get("hopeless")?.attempts.map(({ status }) => status)).toEqual([
    "exec_error",
    "parse_error",
    "parse_error",
  ]);
}

async function expectServed({ db }: TestDatabase): Promise<void> {
  const voterId = uuidv4();
  const { battle } = await serveBattle({ voterId, request: {}, random: seededRandom(1) }, db);
  const side = await getBattleSide({ battleId: battle.id, side: "left", voterId }, db);
  expect(side.posterSha256s).toHaveLength(4);
  expect(side.materialsSha256).toBeNull();
}
