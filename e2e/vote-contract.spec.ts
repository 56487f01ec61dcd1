import { randomUUID } from "node:crypto";
import { type APIRequestContext, request as apiRequest } from "@playwright/test";
import { startSecondWeb } from "./fixtures/arena";
import { expect, test } from "./fixtures/test";

/** A voter of their own: requests with their own cookies. */
async function newVoter(baseURL: string): Promise<APIRequestContext> {
  return apiRequest.newContext({ baseURL });
}

async function serve(voter: APIRequestContext) {
  const response = await voter.post("/api/battles", { data: {} });
  expect([200, 201]).toContain(response.status());
  return response.json();
}

test("50 parallel votes over two web processes store exactly one", async ({ arena }) => {
  const second = await startSecondWeb(arena);
  try {
    const voter = await newVoter(arena.url);
    const { battleId } = await serve(voter);
    const outcomes = ["left", "right", "tie", "both_bad"];
    const responses = await Promise.all(
      Array.from({ length: 50 }, (_, index) =>
        voter.post(`${index % 2 === 0 ? arena.url : second.url}/api/battles/${battleId}/vote`, {
          data: { outcome: outcomes[index % 4] },
        }),
      ),
    );
    const statuses = responses.map((response) => response.status());
    expect(statuses.filter((status) => status === 201)).toHaveLength(1);
    expect(statuses.filter((status) => status === 409)).toHaveLength(49);
    const stored = await responses[statuses.indexOf(201)]?.json();
    for (const response of responses) {
      const { outcome, reveal } = await response.json();
      expect({ outcome, reveal }).toEqual(stored);
    }
    const rows = await arena.sql("SELECT outcome FROM votes WHERE battle_id = $1", [battleId]);
    expect(rows).toEqual([{ outcome: stored.outcome }]);
  } finally {
    await second.stop();
  }
});

test("Every refusal has its status and says why in a problem document", async ({ arena }) => {
  const voter = await newVoter(arena.url);
  const { battleId } = await serve(voter);
  const vote = (id: string, by = voter) =>
    by.post(`/api/battles/${id}/vote`, { data: { outcome: "left" } });
  const expectProblem = async (
    responding: ReturnType<APIRequestContext["post"]>,
    status: number,
    title: RegExp,
  ) => {
    const response = await responding;
    expect(response.status()).toBe(status);
    expect(response.headers()["content-type"]).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      type: expect.any(String),
      title: expect.stringMatching(title),
      status,
    });
  };

  const stranger = await newVoter(arena.url);
  await expectProblem(vote(battleId, stranger), 403, /another voter/);
  await serve(stranger);
  await expectProblem(vote(battleId, stranger), 403, /another voter/);
  await expectProblem(vote(randomUUID()), 404, /no such battle/);
  await expectProblem(vote("nonsense"), 404, /nothing at this address/);
  const path = `/api/battles/${battleId}/vote`;
  await expectProblem(voter.post(path, { data: { outcome: "best" } }), 400, /outcome/);
  await expectProblem(voter.post(path, { data: {} }), 400, /outcome/);
  const text = { "content-type": "text/plain" };
  await expectProblem(voter.post(path, { headers: text, data: '{"outcome":"left"}' }), 415, /json/);
  const json = { "content-type": "application/json" };
  await expectProblem(
    voter.post(path, { headers: json, data: Buffer.from("{outcome:") }),
    400,
    /JSON/,
  );
  const engagement = { msToVote: -1 };
  await expectProblem(voter.post(path, { data: { outcome: "left", engagement } }), 400, /msToVote/);

  await arena.sql("UPDATE battles SET expires_at = now() WHERE id = $1", [battleId]);
  await expectProblem(vote(battleId), 410, /expired/);
  await expectProblem(voter.get(`/api/battles/${battleId}/left.glb`), 410, /expired/);

  const next = await serve(voter);
  expect((await vote(next.battleId)).status()).toBe(201);
  await expectProblem(vote(next.battleId), 409, /already voted/);
  await expectProblem(voter.get("/api/leaderboard?board=nowhere"), 404, /no board/);
  await expectProblem(voter.get("/api/leaderboard?board=A%20B"), 400, /board|track/);
  await expectProblem(voter.get("/api/votes/export?format=xml"), 400, /csv/);
  await expectProblem(voter.get("/api/votes/export?since=-1"), 400, /since/);
  await expectProblem(voter.post("/api/battles", { data: { track: "no-such" } }), 404, /./);
  await expectProblem(voter.post("/api/battles", { data: { category: "chairs" } }), 400, /track/);
});

test("A side's files are for the battle's voter alone", async ({ arena }) => {
  const voter = await newVoter(arena.url);
  const battle = await serve(voter);
  const stranger = await newVoter(arena.url);
  for (const side of [battle.left, battle.right])
    for (const url of [side.glbUrl, ...side.posterUrls]) {
      const own = await voter.get(url);
      expect(own.status()).toBe(200);
      expect(own.headers().etag).toBeUndefined();
      expect(own.headers()["cache-control"]).toContain("private");
      expect((await own.body()).byteLength).toBe(Number(own.headers()["x-decoded-bytes"]));
      expect((await stranger.get(url)).status()).toBe(403);
    }
  expect((await voter.get(`/api/battles/${battle.battleId}/left/poster/4`)).status()).toBe(404);
  expect((await voter.get(`/api/battles/${battle.battleId}/middle.glb`)).status()).toBe(404);
});

test("A forged voter cookie is worth nothing", async ({ arena }) => {
  const voter = await newVoter(arena.url);
  const { battleId } = await serve(voter);
  const { cookies } = await voter.storageState();
  const cookie = cookies.find(({ name }) => name === "polyduel_voter");
  expect(cookie).toMatchObject({ httpOnly: true, sameSite: "Lax" });
  const [id = ""] = cookie?.value.split(".") ?? [];
  const forger = await newVoter(arena.url);
  const response = await forger.post(`/api/battles/${battleId}/vote`, {
    headers: { cookie: `polyduel_voter=${id}.${"A".repeat(43)}` },
    data: { outcome: "left" },
  });
  expect(response.status()).toBe(403);
});

test("Recomputing needs the cron secret", async ({ arena }) => {
  const caller = await newVoter(arena.url);
  const recompute = (authorization?: string) =>
    caller.post("/api/ratings/recompute", { headers: authorization ? { authorization } : {} });
  expect((await recompute()).status()).toBe(401);
  expect((await recompute("Bearer wrong")).status()).toBe(401);
  const response = await recompute(`Bearer ${arena.settings.CRON_SECRET}`);
  expect(response.status()).toBe(200);
  const { boards } = await response.json();
  expect(boards.map(({ board }: { board: string }) => board)).toContain("all");
});
