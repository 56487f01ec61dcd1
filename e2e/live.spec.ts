import { execFileSync } from "node:child_process";
import { request as apiRequest } from "@playwright/test";
import { snapshotEventSchema } from "@/lib/leaderboard/schema";
import { startSecondWeb } from "./fixtures/arena";
import { expect, test } from "./fixtures/test";

async function castOne(baseURL: string): Promise<void> {
  const voter = await apiRequest.newContext({ baseURL });
  const { battleId } = await (await voter.post("/api/battles", { data: {} })).json();
  const response = await voter.post(`/api/battles/${battleId}/vote`, { data: { outcome: "left" } });
  expect(response.status()).toBe(201);
  await voter.dispose();
}

/** Opens the event stream and calls back for each snapshot event, until aborted. */
async function follow(
  url: string,
  onEvent: (event: ReturnType<typeof snapshotEventSchema.parse>) => void,
  signal: AbortSignal,
): Promise<void> {
  const response = await fetch(url, { signal });
  expect(response.headers.get("content-type")).toBe("text/event-stream");
  expect(response.headers.get("x-accel-buffering")).toBe("no");
  expect(response.headers.get("cache-control")).toContain("no-transform");
  const decoder = new TextDecoder();
  let text = "";
  for await (const chunk of response.body ?? []) {
    text += decoder.decode(chunk, { stream: true });
    const messages = text.split("\n\n");
    text = messages.pop() ?? "";
    for (const message of messages) {
      const data = /^data: (.*)$/m.exec(message)?.[1];
      if (data) onEvent(snapshotEventSchema.parse(JSON.parse(data)));
    }
  }
}

test("A vote appears on an open board in a second browser within seconds, without reload", async ({
  page,
  arena,
}) => {
  const second = await startSecondWeb(arena);
  try {
    // The reader is on one web process, the voter on the other.
    await page.goto("/leaderboard");
    const votes = (await (await page.request.get("/api/leaderboard")).json()).votes;
    await page.evaluate(() => Object.assign(window, { isSamePage: true }));
    await castOne(second.url);
    await expect(page.getByText(new RegExp(`^${votes + 1} votes?,`)).first()).toBeVisible();
    expect(await page.evaluate(() => "isSamePage" in window)).toBe(true);
    await expect(
      page.locator("[data-flash]").or(page.getByText("Nobody can be rated yet")).first(),
    ).toBeVisible();
  } finally {
    await second.stop();
  }
});

test("An open board keeps the chosen order as votes come in, and fetches its matrix only then", async ({
  page,
  arena,
}) => {
  const countVotes = async () => (await (await page.request.get("/api/leaderboard")).json()).votes;
  const before = await countVotes();
  for (let count = 0; count < 12; count++) await castOne(arena.url);
  await expect.poll(countVotes).toBe(before + 12);
  const fetched: string[] = [];
  page.on("request", (request) => {
    if (request.url().includes("/api/leaderboard/matrix")) fetched.push(request.url());
  });
  await page.goto("/leaderboard?sort=entrant&order=desc&matrix=predicted");
  const region = page.getByRole("region", { name: /Win-rate matrix/ });
  const counts = async () => {
    const names = await region
      .getByRole("link", { name: /battles?: / })
      .evaluateAll((links) => links.map((link) => link.getAttribute("aria-label") ?? ""));
    return names.reduce((sum, name) => sum + Number(/(\d+) battles?: /.exec(name)?.[1]), 0);
  };
  const votes = (await counts()) / 2;
  expect(votes).toBe(before + 12);
  // Longer than the period of fetching: a connection alone is no reason to fetch.
  await page.waitForTimeout(6_000);
  expect(fetched).toEqual([]);
  await castOne(arena.url);
  await expect(page.getByText(new RegExp(`^${votes + 1} votes?,`)).first()).toBeVisible();
  await expect.poll(counts).toBe(2 * (votes + 1));
  expect(fetched).toHaveLength(1);
  expect(fetched[0]).toContain("matrix=predicted");
  const names = await page.getByRole("table").first().getByRole("rowheader").allTextContents();
  expect(names).toEqual([...names].sort().reverse());
});

test("A stream begins with the current state and goes on after the database dropped every connection", async ({
  arena,
}) => {
  const stopping = new AbortController();
  const seen: number[] = [];
  const following = follow(
    `${arena.url}/api/leaderboard/stream?board=all`,
    ({ votes }) => seen.push(votes),
    stopping.signal,
  ).catch((error) => {
    if (!stopping.signal.aborted) throw error;
  });
  await expect.poll(() => seen.length).toBe(1);
  await castOne(arena.url);
  await expect.poll(() => seen.at(-1)).toBe(Number(seen[0]) + 1);
  await arena
    .sql(
      "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE pid <> pg_backend_pid() AND datname = current_database()",
    )
    .catch(() => undefined);
  await castOne(arena.url).catch(() => castOne(arena.url));
  await expect.poll(() => Number(seen.at(-1))).toBeGreaterThanOrEqual(Number(seen[0]) + 2);
  stopping.abort();
  await following;
});

test("An open board follows again after its web server was killed with -9", async ({
  page,
  arena,
}) => {
  await page.goto("/leaderboard");
  const votes = (await (await page.request.get("/api/leaderboard")).json()).votes;
  const children = ["--ppid", String(arena.process.pid), "-o", "pid=,args="];
  const listing = execFileSync("ps", children, { encoding: "utf8" }).split("\n");
  const pid = Number(
    listing
      .find((line) => line.includes("next-server"))
      ?.trim()
      .split(" ")[0],
  );
  expect(pid).toBeGreaterThan(0);
  process.kill(pid, "SIGKILL");
  // The supervisor starts it again.
  await expect
    .poll(async () => (await fetch(`${arena.url}/api/health`).catch(() => null))?.status)
    .toBe(200);
  await castOne(arena.url);
  await expect(page.getByText(new RegExp(`^${votes + 1} votes?,`)).first()).toBeVisible();
});

test("An unknown board has no stream", async ({ page }) => {
  expect((await page.request.get("/api/leaderboard/stream?board=nowhere")).status()).toBe(404);
});
