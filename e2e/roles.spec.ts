import { readdir, readFile } from "node:fs/promises";
import { join } from "node:path";
import { request as apiRequest } from "@playwright/test";
import { v7 as uuidv7 } from "uuid";
import type { Arena } from "./fixtures/arena";
import { listExpectations, type World } from "./fixtures/role-matrix";
import { sessionToken, type UserRole } from "./fixtures/signed-in";
import { expect, test } from "./fixtures/test";

const APP = "app";
const PLACES = /^(?:page\.tsx|route\.tsx?)$/;
const METHODS =
  /export (?:async function|const) (GET|POST|PUT|PATCH|DELETE)\b|\bas (GET|POST|PUT|PATCH|DELETE)\b/g;

/** "GET /admin/votes" and the like for every page and route in the file tree. */
async function listPlaces(): Promise<string[]> {
  const files = await readdir(APP, { recursive: true, withFileTypes: true });
  const places: string[] = [];
  // A slot (`@…`) is a part of a page, and has no address.
  const isPlace = ({ name, parentPath }: (typeof files)[number]) =>
    PLACES.test(name) && !parentPath.includes("/@");
  for (const file of files.filter(isPlace)) {
    const path = file.parentPath.slice(APP.length).replaceAll(/\/\([^)]*\)/g, "") || "/";
    if (file.name === "page.tsx") places.push(`GET ${path}`);
    else {
      const source = await readFile(join(file.parentPath, file.name), "utf8");
      for (const [, method, alias] of source.matchAll(METHODS))
        places.push(`${method ?? alias} ${path}`);
    }
  }
  return places.sort();
}

/** A battle that somebody voted in, its left object with materials. */
async function decideBattle(arena: Arena): Promise<string> {
  for (;;) {
    const voter = await apiRequest.newContext({ baseURL: arena.url });
    const { battleId } = await (await voter.post("/api/battles", { data: {} })).json();
    await voter.post(`/api/battles/${battleId}/vote`, { data: { outcome: "left" } });
    await voter.dispose();
    const [left] = await arena.sql(
      "SELECT rendered_glb_sha256 AS painted FROM creations c JOIN battles b ON b.left_creation_id = c.id WHERE b.id = $1",
      [battleId],
    );
    if (left?.painted) return battleId;
  }
}

/** One of everything that addresses name. */
async function createWorld(arena: Arena): Promise<World> {
  const battleId = await decideBattle(arena);
  const [creation] = await arena.sql(
    "SELECT id FROM creations WHERE status = 'ok' AND rendered_glb_sha256 IS NOT NULL LIMIT 1",
  );
  const [vote] = await arena.sql("SELECT id FROM votes LIMIT 1");
  const [somebody] = await arena.sql(
    "INSERT INTO users (id, email) VALUES ($1, 'somebody@arena.example') RETURNING id",
    [uuidv7()],
  );
  return {
    ...{ battleId, creationId: String(creation?.id), voteId: String(vote?.id) },
    ...{ userId: String(somebody?.id), arena },
  };
}

/** The session cookie of a new user with this role; nothing for nobody. */
async function cookieOf(arena: Arena, role: UserRole | "nobody"): Promise<string> {
  if (role === "nobody") return "";
  const userId = uuidv7();
  await arena.sql(
    "INSERT INTO users (id, email, role, sessions_from) VALUES ($1, $2, $3, now() - interval '1 hour')",
    [userId, `${role}-${userId}@arena.example`, role],
  );
  return `polyduel_session=${await sessionToken(arena, userId)}`;
}

async function countEntries(arena: Arena): Promise<number> {
  const [row] = await arena.sql("SELECT count(*)::int AS entries FROM audit_log");
  return Number(row?.entries);
}

const ROLES = ["nobody", "voter", "maintainer", "owner"] as const;

test("Every page and route answers every role as the table says, and none is missing in it", async ({
  arena,
}) => {
  const world = await createWorld(arena);
  const expectations = listExpectations(world);
  expect(await listPlaces()).toEqual(expectations.map(({ place }) => place).sort());

  for (const role of ROLES) {
    const cookie = await cookieOf(arena, role);
    const answers: Record<string, number> = {};
    const expected: Record<string, number> = {};
    for (const { place, path, body, statuses } of expectations) {
      const [method] = place.split(" ");
      const response = await fetch(`${arena.url}${path}`, {
        method: method ?? "GET",
        redirect: "manual",
        headers: {
          cookie,
          // As a page of ours sends it.
          origin: arena.url,
          ...(body !== undefined && { "content-type": "application/json" }),
        },
        ...(body !== undefined && { body: JSON.stringify(body) }),
      });
      answers[place] = response.status;
      expected[place] = statuses[ROLES.indexOf(role)] ?? 0;
      // The event stream would never end.
      await response.body?.cancel();
    }
    expect(answers, role).toEqual(expected);
  }
});

test("A recompute is for maintainers' own pages and for the cron secret", async ({ arena }) => {
  const ask = async (headers: Record<string, string>) =>
    (await fetch(`${arena.url}/api/ratings/recompute`, { method: "POST", headers })).status;
  const { url, settings } = arena;
  const [voter, maintainer] = [await cookieOf(arena, "voter"), await cookieOf(arena, "maintainer")];
  expect(await ask({})).toBe(401);
  expect(await ask({ cookie: voter, origin: url })).toBe(403);
  expect(await ask({ cookie: maintainer, origin: url })).toBe(200);
  expect(await ask({ authorization: `Bearer ${settings.CRON_SECRET}` })).toBe(200);
  expect(await ask({ authorization: "Bearer wrong" })).toBe(401);
  expect(await ask({ authorization: "Bearer wrong", cookie: maintainer, origin: url })).toBe(401);
});

test("No page of another site can act with a maintainer's session", async ({ arena }) => {
  const cookie = await cookieOf(arena, "owner");
  const before = await countEntries(arena);
  const actions = listExpectations({
    ...{ battleId: uuidv7(), creationId: uuidv7(), voteId: uuidv7(), userId: uuidv7(), arena },
  }).filter(({ place }) => /^(?:POST|DELETE) \/api\/(?:admin|ratings)\//.test(place));
  expect(actions.length).toBeGreaterThanOrEqual(9);
  const foreign: Record<string, string>[] = [
    {},
    { origin: "https://evil.example" },
    { origin: "null" },
    { origin: arena.url, "sec-fetch-site": "cross-site" },
    { origin: arena.url, "sec-fetch-site": "same-site" },
  ];
  for (const { place, path, body } of actions)
    for (const headers of foreign) {
      const response = await fetch(`${arena.url}${path}`, {
        method: place.split(" ")[0] ?? "POST",
        headers: { cookie, "content-type": "application/json", ...headers },
        ...(place.startsWith("POST") && { body: JSON.stringify(body ?? {}) }),
      });
      expect(response.status, `${place} ${JSON.stringify(headers)}`).toBe(403);
      expect(response.headers.get("content-type")).toBe("application/problem+json");
    }
  expect(await countEntries(arena)).toBe(before);
});
