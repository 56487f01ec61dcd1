/**
 * Every page and the board's JSON over 100 entrants, 500 prompts, 50,000 creations and a million votes
 * (issue 6: p95 ≤ 150 ms on two cores): milliseconds of whole responses, of processor time for each
 * (which a busy machine does not stretch), and what Postgres read for them.
 */
import { setTimeout as sleep } from "node:timers/promises";
import { startArena } from "@/e2e/fixtures/arena";
import { connect } from "@/lib/db";
import { createBigCatalogue, SIZE } from "./big-catalogue";
import { readTimes } from "./process-times";
import { simulateVotes } from "./simulated-votes";
import { loadVotes, prepareLoading } from "./vote-loader";

const REQUESTS = Number(process.argv[2] ?? 60);
const WARM_UPS = 3;
const VOTES = 20;
/** About this share of planned votes meets a creation that failed. */
const LOST_SHARE = 0.23;
const LARGE_TABLES = [
  "battles",
  "votes",
  "ledger",
  "creations",
  "attempts",
  "creation_tallies",
  "creation_records",
  "tallies",
];
const OLD_SNAPSHOTS = 400;

type Target = { name: string; path: (index: number) => string; init?: () => RequestInit };

const arena = await startArena();
const { db, pool } = connect(arena.settings.DATABASE_URL ?? "");
// Connections are ended on purpose below.
pool.on("error", () => undefined);
try {
  await build();
  const ids = await readIds();
  const rows = [];
  for (const target of listTargets(ids)) rows.push(await measure(target));
  console.table(rows.map(({ reads: _, ...row }) => row));
  console.table(rows.flatMap(({ name, reads }) => reads.map((read) => ({ name, ...read }))));
  const votes = await measureVotes();
  console.table([votes]);
  console.log(JSON.stringify({ bench: "pages", ...SIZE, requests: REQUESTS, rows, votes }));
} finally {
  await db.$disconnect();
  await pool.end().catch(() => undefined);
  await arena.stop();
}
process.exit(0);

async function build(): Promise<void> {
  const begun = performance.now();
  await createBigCatalogue(pool);
  await prepareLoading(pool);
  const planned = Math.round(SIZE.votes / (1 - LOST_SHARE));
  const columns = simulateVotes(
    { entrants: SIZE.entrants, prompts: SIZE.prompts, votes: planned },
    1,
  );
  await loadVotes(columns, { first: 0, last: planned }, pool);
  await pool.query(
    `INSERT INTO snapshots (id, board, method, seed, through_seq, votes, content_hash, computed_at, intervals, entrants, matrix)
     SELECT gen_random_uuid(), s.board, method, seed, through_seq, votes, content_hash, now() - n * interval '5 hours', intervals, entrants,
            '{"order": [], "wins": [], "battles": [], "predicted": [], "residuals": [], "above": []}'
     FROM (SELECT * FROM snapshots WHERE board = 'all' ORDER BY computed_at DESC LIMIT 1) s, generate_series(1, $1) n`,
    [OLD_SNAPSHOTS],
  );
  await settleBoards();
  await pool.query("VACUUM ANALYZE");
  const [counts] = await arena.sql(
    "SELECT (SELECT count(*) FROM votes) AS votes, (SELECT count(*) FROM creations) AS creations, (SELECT count(*) FROM tallies) AS tallies, (SELECT count(*) FROM creation_tallies) AS creation_tallies",
  );
  console.log(
    JSON.stringify({ builtInSeconds: Math.round((performance.now() - begun) / 1000), ...counts }),
  );
}

/** Until the worker has computed every board from everything that was loaded, and is at rest. */
async function settleBoards(): Promise<void> {
  const secret = `Bearer ${arena.settings.CRON_SECRET}`;
  const response = await fetch(`${arena.url}/api/ratings/recompute`, {
    method: "POST",
    headers: { authorization: secret },
  });
  if (!response.ok) throw new Error(`recompute: ${response.status} ${await response.text()}`);
  // One bootstrap takes up to half of that.
  for (let seen = "", calm = 0; calm < 15; ) {
    await sleep(2_000);
    const [row] = await arena.sql(
      "SELECT max(id::text) || (SELECT max(computed_at)::text FROM bootstraps) AS newest FROM snapshots",
    );
    calm = String(row?.newest) === seen ? calm + 1 : 0;
    seen = String(row?.newest);
  }
}

type Ids = { creations: string[]; battle: string };

async function readIds(): Promise<Ids> {
  const creations = await arena.sql(
    "SELECT id FROM creations TABLESAMPLE BERNOULLI (1) REPEATABLE (1) LIMIT 200",
  );
  const [battle] = await arena.sql(
    // The loader's ids are hashes; few of them look like the UUIDs that addresses take.
    "SELECT id FROM battles WHERE voted_at IS NOT NULL AND id::text ~ '^.{14}4.{4}[89ab]' LIMIT 1",
  );
  return { creations: creations.map(({ id }) => String(id)), battle: String(battle?.id) };
}

function listTargets({ creations, battle }: Ids): Target[] {
  const number = (index: number, of: number) => String((index * 37) % of).padStart(3, "0");
  const entrant = (index: number) => `${number(index, SIZE.entrants)}-entrant`;
  const prompt = (index: number) => `${number(index, SIZE.prompts)}-prompt`;
  const page = (name: string, path: (index: number) => string): Target => ({ name, path });
  return [
    page("/", () => "/"),
    page("/leaderboard", () => "/leaderboard"),
    page(
      "/leaderboard of a category",
      (i) => `/leaderboard?board=text-to-3d/category-${i % 8}&sort=battles`,
    ),
    page("/leaderboard/plots", () => "/leaderboard/plots"),
    page(
      "/leaderboard/plots of a category",
      (i) => `/leaderboard/plots?board=text-to-3d/category-${i % 8}`,
    ),
    page("/api/leaderboard", () => "/api/leaderboard?board=all"),
    page(
      "/api/leaderboard/matrix",
      () => "/api/leaderboard/matrix?board=all&rows=21&columns=1&format=json",
    ),
    page("/embed/leaderboard", () => "/embed/leaderboard?board=all"),
    page("/badge", (i) => `/badge/${entrant(i)}.svg`),
    page("/entrants/<slug>", (i) => `/entrants/${entrant(i)}`),
    page("/prompts", () => "/prompts"),
    page(
      "/prompts?q=",
      (i) => `/prompts?q=${["lantern", "chairs", "oak bridge", "ribbed"][i % 4]}`,
    ),
    page("/prompts/<slug>", (i) => `/prompts/${prompt(i)}`),
    page("/compare/<a>/<b>", (i) => `/compare/${entrant(i)}/${entrant(i + 1)}`),
    page("/compare, both bad", (i) => `/compare/${entrant(i)}/${entrant(i + 1)}?outcome=both_bad`),
    page("/creations/<id>", (i) => `/creations/${creations[i % creations.length]}`),
    page("/battles/<id>", () => `/battles/${battle}`),
    page("/methodology", () => "/methodology"),
    page("/sitemap.xml", () => "/sitemap.xml"),
    page("/feed.xml", () => "/feed.xml"),
    {
      name: "POST /api/battles",
      path: () => "/api/battles",
      init: () => ({ method: "POST", headers: { "content-type": "application/json" }, body: "{}" }),
    },
  ];
}

async function measure({ name, path, init }: Target) {
  for (let index = 0; index < WARM_UPS; index++) await ask(path(index), init);
  await flushStatistics();
  const before = await readStatistics();
  const used = readTimes(arena.process.pid ?? 0);
  const times: number[] = [];
  let kilobytes = 0;
  for (let index = 0; index < REQUESTS; index++) {
    const begun = performance.now();
    kilobytes = await ask(path(WARM_UPS + index), init);
    times.push(performance.now() - begun);
  }
  await flushStatistics();
  const { webMs, postgresMs } = readTimes(arena.process.pid ?? 0);
  const reads = difference(before, await readStatistics());
  times.sort((one, other) => one - other);
  const quantile = (share: number) =>
    Math.round(times[Math.floor(share * (times.length - 1))] ?? 0);
  const row = {
    name,
    p50Ms: quantile(0.5),
    p95Ms: quantile(0.95),
    maxMs: quantile(1),
    kilobytes,
    webCpuMs: Math.round((webMs - used.webMs) / REQUESTS),
    postgresCpuMs: Math.round((postgresMs - used.postgresMs) / REQUESTS),
  };
  console.log(JSON.stringify(row));
  return { ...row, reads };
}

async function ask(path: string, init?: () => RequestInit): Promise<number> {
  const response = await fetch(`${arena.url}${path}`, init?.());
  const body = await response.arrayBuffer();
  if (!response.ok) throw new Error(`${path}: ${response.status}`);
  return Math.round(body.byteLength / 1000);
}

/** From a vote's answer until the last of its boards counts it, one vote at a time. */
async function measureVotes() {
  const times: number[] = [];
  const used = readTimes(arena.process.pid ?? 0);
  for (let index = 0; index < VOTES; index++) {
    const battleId = await castVote();
    const begun = performance.now();
    while (!(await isOnEveryBoard(battleId))) await sleep(50);
    times.push(performance.now() - begun);
  }
  const { allMs } = readTimes(arena.process.pid ?? 0);
  times.sort((one, other) => one - other);
  return {
    ...{
      votes: VOTES,
      p50Ms: Math.round(times[VOTES >> 1] ?? 0),
      maxMs: Math.round(times.at(-1) ?? 0),
    },
    cpuMsAVote: Math.round((allMs - used.allMs) / VOTES),
  };
}

async function castVote(): Promise<string> {
  const json = { "content-type": "application/json" };
  const served = await fetch(`${arena.url}/api/battles`, {
    method: "POST",
    headers: json,
    body: "{}",
  });
  const { battleId } = (await served.json()) as { battleId: string };
  const cookie = served.headers
    .getSetCookie()
    .map((one) => one.split(";")[0])
    .join("; ");
  const voted = await fetch(`${arena.url}/api/battles/${battleId}/vote`, {
    method: "POST",
    headers: { ...json, cookie },
    body: JSON.stringify({ outcome: "left" }),
  });
  if (voted.status !== 201) throw new Error(`vote: ${voted.status} ${await voted.text()}`);
  return battleId;
}

async function isOnEveryBoard(battleId: string): Promise<boolean> {
  const [row] = await arena.sql(
    `SELECT bool_and(newest.through_seq >= l.seq) AS counted
     FROM battles b JOIN votes v ON v.battle_id = b.id JOIN ledger l ON l.vote_id = v.id,
          unnest(ARRAY['all', b.track, b.track || '/' || b.category]) AS wanted (name),
          LATERAL (SELECT through_seq FROM snapshots s WHERE s.board = wanted.name
                   ORDER BY computed_at DESC LIMIT 1) newest
     WHERE b.id = $1`,
    [battleId],
  );
  return row?.counted === true;
}

type Statistics = Map<string, { seqScans: number; seqRows: number; indexScans: number }>;

/** A backend that ends hands in its counts; the web's pool opens new ones by itself. */
async function flushStatistics(): Promise<void> {
  await pool.query(
    "SELECT pg_terminate_backend(pid) FROM pg_stat_activity WHERE datname = current_database() AND pid <> pg_backend_pid() AND state = 'idle'",
  );
  await sleep(700);
}

async function readStatistics(): Promise<Statistics> {
  const rows = await arena.sql(
    `SELECT relname AS name, seq_scan AS "seqScans", seq_tup_read AS "seqRows", 0 AS "indexScans" FROM pg_stat_user_tables WHERE relname = ANY ($1)
     UNION ALL
     SELECT relname || ': ' || indexrelname, 0, idx_tup_read, idx_scan FROM pg_stat_user_indexes WHERE relname = ANY ($1)`,
    [LARGE_TABLES],
  );
  return new Map(
    rows.map((row) => [
      String(row.name),
      {
        seqScans: Number(row.seqScans),
        seqRows: Number(row.seqRows),
        indexScans: Number(row.indexScans),
      },
    ]),
  );
}

/** What was read a request, of large tables alone. */
function difference(before: Statistics, after: Statistics) {
  return [...after].flatMap(([read, now]) => {
    const then = before.get(read);
    const scans = now.seqScans + now.indexScans - (then?.seqScans ?? 0) - (then?.indexScans ?? 0);
    if (scans === 0) return [];
    const rows = now.seqRows - (then?.seqRows ?? 0);
    const kind = read.includes(":") ? "index" : "SEQUENTIAL";
    return [
      { read, kind, scans: +(scans / REQUESTS).toFixed(1), rows: Math.round(rows / REQUESTS) },
    ];
  });
}
