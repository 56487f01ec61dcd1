import { execFileSync, spawnSync } from "node:child_process";
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type APIRequestContext, request as apiRequest } from "@playwright/test";
import { childEnvironment } from "@/lib/env";
import { type Leaderboard, leaderboardSchema } from "@/lib/leaderboard/schema";
import { seededRandom } from "@/lib/random";
import { bootstrapRatings } from "@/lib/rating/bootstrap";
import { battlesOf, matrixOf } from "./fixtures/counted-votes";
import { readCsv } from "./fixtures/csv";
import { recompute } from "./fixtures/recompute";
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
  try {
    await vote(arena.url, 20, 1);
    await recompute(arena);
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

test("Matrix and plots are what the exported votes alone give, to every digit printed", async ({
  page,
  arena,
}) => {
  test.setTimeout(180_000);
  const exported = async (seq: number) =>
    readCsv(await (await page.request.get(`/api/votes/export?format=csv&through=${seq}`)).text());
  const plot = async (name: string) =>
    readCsv(await (await page.request.get(`/api/leaderboard/plots?board=all&plot=${name}`)).text());
  await vote(arena.url, 12, 4);
  await recompute(arena);

  const board = await getBoard(page.request, "all");
  const votes = await exported(board.throughSeq);
  const { order, wins, battles, predicted, residuals } = board.matrix;
  const own = matrixOf(votes, board);
  expect({ wins, battles }).toEqual({ wins: own.wins, battles: own.battles });
  order.forEach((_, row) => {
    order.forEach((__, column) => {
      for (const [served, computed] of [
        [predicted, own.predicted],
        [residuals, own.residuals],
      ] as const) {
        const [there, here] = [served[row]?.[column] ?? null, computed[row]?.[column] ?? null];
        if (here === null) expect(there).toBeNull();
        else expect(there).toBeCloseTo(here, 9);
      }
    });
  });

  const counts = battlesOf(votes);
  const battlePlot = await plot("battles");
  expect(new Map(battlePlot.map((row) => [row.entrant, Number(row.battles)]))).toEqual(
    new Map(board.entrants.map(({ slug }) => [slug, counts.get(slug) ?? 0])),
  );

  const folder = await mkdtemp(join(tmpdir(), "polyduel-plots-"));
  const rankThrough = async (seq: number) => {
    const path = join(folder, `through-${seq}.csv`);
    const response = await page.request.get(`/api/votes/export?format=csv&through=${seq}`);
    await writeFile(path, await response.body());
    return new Map(rank([path]).entrants.map((row) => [row.slug, row]));
  };
  try {
    const ranked = await rankThrough(board.throughSeq);
    const scatter = await plot("executability");
    expect(scatter).toHaveLength(board.entrants.filter(({ rating }) => rating !== null).length);
    for (const { entrant = "", ...row } of scatter) {
      const { rating, lower, upper } = ranked.get(entrant) ?? {};
      expect([row.rating, row.lower, row.upper]).toEqual([rating, lower, upper].map(String));
    }

    // The plot over time: each drawn rating is that of the votes until then, moved by the shift it names.
    const history = await plot("history");
    const seqs = [...new Set(history.map((row) => Number(row.through_seq)))];
    expect(seqs.at(-1)).toBe(board.throughSeq);
    for (const seq of [seqs[0], seqs[Math.floor(seqs.length / 2)], seqs.at(-1)]) {
      const then = await rankThrough(Number(seq));
      for (const row of history.filter(({ through_seq }) => Number(through_seq) === seq)) {
        const rating = then.get(row.entrant ?? "")?.rating ?? Number.NaN;
        expect(String(rating + Number(row.shift))).toBe(row.rating);
      }
    }
  } finally {
    await rm(folder, { recursive: true });
  }
});

test("The distribution of ranks is the bootstrap of the exported votes with the seed it names", async ({
  page,
  arena,
}) => {
  test.setTimeout(180_000);
  await vote(arena.url, 4, 5);
  const made = () =>
    arena.sql(`SELECT through_seq::int AS seq, seed, rounds, dropped, votes FROM bootstraps
               WHERE board = 'all'`);
  await expect.poll(async () => (await made()).length, { timeout: 60_000 }).toBe(1);
  // The worker may replace it at any time: both are read again until they are of one moment.
  await expect(async () => {
    const [before] = await made();
    const response = await page.request.get("/api/leaderboard/plots?plot=rank-distribution");
    const rows = readCsv(await response.text());
    expect((await made())[0]).toEqual(before);

    const through = `/api/votes/export?format=csv&through=${before?.seq}`;
    const votes = readCsv(await (await page.request.get(through)).text());
    const entrants = [...battlesOf(votes).keys()];
    const bootstrap = bootstrapRatings({
      ...{ entrants, seed: Number(before?.seed), rounds: Number(before?.rounds) },
      tallies: votes.map(({ left_entrant = "", right_entrant = "", outcome }) => ({
        ...{ left: entrants.indexOf(left_entrant), right: entrants.indexOf(right_entrant) },
        ...{ leftWins: Number(outcome === "left"), rightWins: Number(outcome === "right") },
        ...{ ties: Number(outcome === "tie"), bothBad: Number(outcome === "both_bad") },
      })),
    });
    expect({ dropped: bootstrap.dropped, votes: votes.length }).toEqual({
      ...{ dropped: before?.dropped, votes: before?.votes },
    });
    const rated = bootstrap.entrants.filter(({ ranks }) => ranks !== null);
    expect(rows).toHaveLength(rated.length);
    for (const { slug, lower, median, upper, ranks } of rated) {
      const row = rows.find(({ entrant }) => entrant === slug);
      expect([row?.lower, row?.median, row?.upper]).toEqual([lower, median, upper].map(String));
      expect(ranks?.map((_, rank) => row?.[`rank_${rank + 1}`])).toEqual(ranks?.map(String));
    }
  }).toPass({ timeout: 60_000 });
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
