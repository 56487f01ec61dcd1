import { randomUUID } from "node:crypto";
import type { APIRequestContext, Browser } from "@playwright/test";
import { servedBattleSchema } from "@/lib/battle/schema";
import { type Arena, startArena } from "./fixtures/arena";
import { expect, test } from "./fixtures/test";

/** Two entrants whose every trace would be easy to find. */
const ENTRANTS = [
  { id: randomUUID(), slug: "zanzibar-nine", name: "Zanzibar Nine", model: "zanzibar-model" },
  { id: randomUUID(), slug: "quixote-seven", name: "Quixote Seven", model: "quixote-model" },
];

/** An arena in which the two entrants own identical files on one prompt, and nothing else can be paired. */
async function startTwinArena(): Promise<{
  arena: Arena;
  secrets: string[];
  swap: () => Promise<void>;
}> {
  const arena = await startArena();
  await arena.sql("UPDATE entrants SET status = 'retired'");
  const [sample] = await arena.sql(
    "SELECT * FROM creations WHERE status = 'ok' ORDER BY id LIMIT 1",
  );
  const creations = ENTRANTS.map(() => randomUUID());
  const modelIds = ENTRANTS.map(() => randomUUID());
  for (const [index, { id, slug, name, model }] of ENTRANTS.entries()) {
    await arena.sql(
      "INSERT INTO models (id, slug, name, provider) VALUES ($1, $2, $2, 'zz-provider')",
      [modelIds[index], model],
    );
    await arena.sql(
      `INSERT INTO entrants (id, slug, name, kind, model_id) VALUES ($1, $2, $3, 'model', $4)`,
      [id, slug, name, modelIds[index]],
    );
    await arena.sql(
      `INSERT INTO creations (id, entrant_id, prompt_id, track, status, glb_sha256, glb_bytes, triangles, poster_sha256s, chosen_attempt)
       VALUES ($1, $2, $3, $4, 'ok', $5, $6, $7, $8, 1)`,
      [
        creations[index],
        id,
        sample?.prompt_id,
        sample?.track,
        sample?.glb_sha256,
        sample?.glb_bytes,
        sample?.triangles,
        sample?.poster_sha256s,
      ],
    );
  }
  const secrets = [
    ...ENTRANTS.flatMap(({ id, slug, name, model }) => [id, slug, name, model]),
    ...creations,
    ...modelIds,
    "zz-provider",
    String(sample?.glb_sha256),
  ];
  const [first, second] = creations;
  const swap = async () => {
    await arena.sql("DELETE FROM battles");
    // Three steps: at no moment do two creations of one prompt have one owner and replicate.
    await arena.sql("UPDATE creations SET replicate = 9 WHERE id = $1", [first]);
    await arena.sql("UPDATE creations SET entrant_id = $2 WHERE id = $1", [first, ENTRANTS[1]?.id]);
    await arena.sql("UPDATE creations SET entrant_id = $2 WHERE id = $1", [
      second,
      ENTRANTS[0]?.id,
    ]);
    await arena.sql("UPDATE creations SET replicate = 0 WHERE id = $1", [first]);
  };
  return { arena, secrets, swap };
}

type Answer = { name: string; status: number; headers: string[]; body: Buffer };

/** Random ids and times aside: everything else is compared byte for byte. */
function withoutIdsAndTimes(text: string): string {
  return text
    .replace(
      /[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}(?:\.[\w-]{43})?/g,
      "<id>",
    )
    .replace(/\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z/g, "<time>")
    .replace(/(?:Mon|Tue|Wed|Thu|Fri|Sat|Sun), \d\d \w{3} \d{4} \d\d:\d\d:\d\d GMT/g, "<time>");
}

function normalised({ name, status, headers, body }: Answer) {
  return {
    name,
    status,
    headers: headers.map(withoutIdsAndTimes),
    body: withoutIdsAndTimes(body.toString("latin1")),
  };
}

/** Everything that leaves the server for a new voter before the vote: asked for directly, and by the page in a browser. */
async function recordFlow(arena: Arena, browser: Browser): Promise<Answer[]> {
  const context = await browser.newContext({ baseURL: arena.url });
  const answers: Answer[] = [];
  try {
    const voter = context.request;
    const record = async (name: string, responding: ReturnType<APIRequestContext["get"]>) => {
      const response = await responding;
      const headers = response.headersArray().map(({ name: key, value }) => `${key}: ${value}`);
      answers.push({ name, status: response.status(), headers, body: await response.body() });
      return response;
    };
    const served = await record("battle", voter.post("/api/battles", { data: {} }));
    const battle = servedBattleSchema.parse(await served.json());
    await record("battle again", voter.post("/api/battles", { data: {} }));
    await record("html", voter.get("/"));
    await record("rsc", voter.get("/", { headers: { rsc: "1" } }));
    await record("health", voter.get("/api/health"));
    for (const side of ["left", "right"] as const) {
      await record(`${side} glb`, voter.get(battle[side].glbUrl));
      await record(`${side} head`, voter.head(battle[side].glbUrl));
      for (const url of battle[side].posterUrls) await record(`${side} poster`, voter.get(url));
    }
    await record("wrong outcome", voter.post(`/api/battles/${battle.battleId}/vote`, { data: {} }));

    const page = await context.newPage();
    const seen: Promise<Answer>[] = [];
    page.on("response", (response) => {
      const answer = async () => ({
        name: `browser ${withoutIdsAndTimes(response.url().replace(arena.url, ""))}`,
        status: response.status(),
        headers: Object.entries(await response.allHeaders()).map(
          ([key, value]) => `${key}: ${value}`,
        ),
        body: await response.body(),
      });
      if (response.url().startsWith(arena.url)) seen.push(answer());
    });
    await page.goto("/");
    await expect(page.getByRole("button", { name: "A is better" })).toBeEnabled();
    answers.push(
      ...(await Promise.all(seen)).sort((one, other) => (one.name < other.name ? -1 : 1)),
    );
  } finally {
    await context.close();
  }
  return answers;
}

test("Swapping who owns two identical files changes no byte that leaves the server before the vote", async ({
  browser,
}) => {
  test.setTimeout(240_000);
  const { arena, secrets, swap } = await startTwinArena();
  try {
    const before = await recordFlow(arena, browser);
    await swap();
    const after = await recordFlow(arena, browser);

    const strip = (answers: Answer[]) =>
      answers.filter(({ name }) => name !== "health").map(normalised);
    const [one, other] = [strip(before), strip(after)];
    expect(other.map(({ name }) => name)).toEqual(one.map(({ name }) => name));
    for (const [index, answer] of one.entries()) expect(other[index]).toEqual(answer);
    expect(one.length).toBeGreaterThan(25);

    for (const { name, headers, body } of [...before, ...after])
      for (const secret of secrets) {
        const haystack = `${headers.join("\n")}\n${body.toString("latin1")}`.toLowerCase();
        expect(haystack.includes(secret.toLowerCase()), `${secret} in ${name}`).toBe(false);
      }
  } finally {
    await arena.stop();
  }
});
