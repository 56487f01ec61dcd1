import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, request as apiRequest } from "@playwright/test";
import { childEnvironment } from "@/lib/env";
import { type Leaderboard, leaderboardSchema } from "@/lib/leaderboard/schema";
import { seededRandom } from "@/lib/random";
import { expect, test } from "./fixtures/test";

const OUTCOMES = ["left", "right", "left", "tie", "right", "both_bad"];

/** So many voters, each with a handful of battles. */
async function vote(baseURL: string, voters: number, seed: number): Promise<void> {
  const random = seededRandom(seed);
  for (let voter = 0; voter < voters; voter++) {
    const requests = await apiRequest.newContext({ baseURL });
    for (let count = 0; count < 5; count++) {
      const { battleId } = await (await requests.post("/api/battles", { data: {} })).json();
      const outcome = OUTCOMES[Math.floor(random() * OUTCOMES.length)];
      const response = await requests.post(`/api/battles/${battleId}/vote`, { data: { outcome } });
      expect(response.status()).toBe(201);
    }
    await requests.dispose();
  }
}

async function getBoard(requests: APIRequestContext, board: string): Promise<Leaderboard> {
  const response = await requests.get(`/api/leaderboard?board=${board}`);
  return leaderboardSchema.parse(await response.json());
}

function rank(args: string[]): Leaderboard {
  const command = [
    "--conditions=react-server",
    "--import",
    "tsx",
    "scripts/rank.ts",
    "--json",
    ...args,
  ];
  return leaderboardSchema.parse(
    JSON.parse(execFileSync(process.execPath, command, { encoding: "utf8" })),
  );
}

/** What a file of votes cannot know: names, who failed to execute, and when it was computed. */
function figures({ entrants, matrix, votes, throughSeq, method, seed, intervals }: Leaderboard) {
  return {
    ...{ votes, throughSeq, method, seed, intervals, matrix },
    entrants: entrants.map(({ name: _, executability: __, ...row }) => row),
  };
}

test("The board, its JSON, and the exported votes ranked offline agree to every digit", async ({
  page,
  arena,
}) => {
  test.setTimeout(180_000);
  const folder = await mkdtemp(join(tmpdir(), "polyduel-reproduce-"));
  const exportThrough = async (seq: number) => {
    const response = await page.request.get(`/api/votes/export?format=csv&through=${seq}`);
    const path = join(folder, `through-${seq}.csv`);
    await writeFile(path, await response.body());
    return path;
  };
  const recompute = () =>
    page.request.post("/api/ratings/recompute", {
      headers: { authorization: `Bearer ${arena.settings.CRON_SECRET}` },
    });
  try {
    await vote(arena.url, 20, 1);
    expect((await recompute()).status()).toBe(200);
    let inflationFile = "";
    for (const board of ["all", "text-to-3d", "text-to-3d/organic"]) {
      const served = await getBoard(page.request, board);
      const [stored] = await arena.sql(
        `SELECT votes, through_seq::int AS "throughSeq", method, seed, intervals, entrants, matrix
         FROM snapshots WHERE board = $1 ORDER BY computed_at DESC LIMIT 1`,
        [board],
      );
      const { board: _, computedAt: __, ...body } = served;
      expect(stored).toEqual(body);
      inflationFile = await exportThrough(served.throughSeq);
      expect(figures(rank([inflationFile, "--board", board]))).toEqual(figures(served));
    }

    // Some more votes, too few for a full recompute: the live board keeps the inflation that it has.
    const before = await getBoard(page.request, "all");
    await vote(arena.url, 1, 2);
    await expect
      .poll(async () => (await getBoard(page.request, "all")).votes)
      .toBe(before.votes + 5);
    const live = await getBoard(page.request, "all");
    expect(live.intervals).toEqual(before.intervals);
    const liveFile = await exportThrough(live.throughSeq);
    expect(figures(rank([liveFile, "--inflation-from", inflationFile]))).toEqual(figures(live));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("The ledger and the tallies of a running arena are verified on the terminal", async ({
  arena,
}) => {
  const run = (task: string) => {
    const args = ["--conditions=react-server", "--import", "tsx", "scripts/rank.ts", task];
    const env = childEnvironment({ DATABASE_URL: "", DATA_DIR: arena.dataDir });
    const { status, stdout } = spawnSync(process.execPath, args, { encoding: "utf8", env });
    return { status, stdout };
  };
  await vote(arena.url, 1, 3);
  expect(run("--recompute")).toEqual({ status: 0, stdout: expect.stringMatching(/boards in \d/) });
  const good = /gapless\.\nTallies: equal to a rebuild/;
  expect(run("--verify")).toEqual({ status: 0, stdout: expect.stringMatching(good) });
  await arena.sql("UPDATE tallies SET ties = ties + 1");
  const bad = /differ from a rebuild/;
  expect(run("--verify")).toEqual({ status: 1, stdout: expect.stringMatching(bad) });
  await arena.sql("UPDATE tallies SET ties = ties - 1");
  // The arena goes on: whoever borrows its database does not stop it.
  expect((await fetch(`${arena.url}/api/health`)).status).toBe(200);
});
