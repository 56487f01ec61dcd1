/** Boards and export over a real Postgres with 10 k to 5 M votes (DESIGN §10): refresh, full recompute, CSV against psql. */
import { execFileSync } from "node:child_process";
import { chmod, mkdtemp, rm } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { startEmbeddedPostgres } from "@/lib/database/embedded-postgres";
import { migrate } from "@/lib/database/migrate";
import { createWorld } from "@/lib/database/test-world";
import { connect } from "@/lib/db";
import { streamVotes, toCopy } from "@/lib/export/data";
import { recomputeBoards, refreshBoards } from "@/lib/leaderboard/mutations";
import { compareTallies } from "@/lib/ledger/tallies";
import { castVote } from "@/lib/vote/mutations";
import { type GrowthRow, growthTable, sizeText } from "./growth-table";
import { median, residentMb, settle } from "./measure";
import { simulateVotes } from "./simulated-votes";
import { loadVotes, openBattles, prepareLoading } from "./vote-loader";

const SIZES = [10_000, 100_000, 1_000_000, 5_000_000];
/** Beyond it only the refresh is measured: loading takes most of the time as it is. */
const LARGEST_FULL = 1_000_000;
const ENTRANTS = 12;
const PROMPTS = 212;
const REFRESHES = 15;
const RECOMPUTES = 3;
const EXPORTS = 3;
const PSQL = "/usr/bin/psql";

type Measured = {
  votes: number;
  loadSeconds: number;
  refreshMs: number;
  recomputeSeconds: number | null;
  recomputeMb: number | null;
  exportMegabytes: number | null;
  exportSeconds: number | null;
  psqlSeconds: number | null;
  exportMb: number | null;
};

const begun = performance.now();
const folder = await mkdtemp(join(tmpdir(), "polyduel-bench-"));
await chmod(folder, 0o755);
const server = await startEmbeddedPostgres(folder, "bench-password-bench");
const { db, pool } = connect(server.url);
try {
  await migrate(server.url, "prisma/migrations");
  await createWorld(db, { entrants: ENTRANTS, prompts: PROMPTS });
  await prepareLoading(pool);
  const shape = { entrants: ENTRANTS, prompts: PROMPTS, votes: Math.max(...SIZES) };
  const columns = simulateVotes(shape, 1);
  const measured: Measured[] = [];
  let loaded = 0;
  for (const votes of SIZES) {
    const started = performance.now();
    await loadVotes(columns, { first: loaded, last: votes }, pool);
    const loadSeconds = (performance.now() - started) / 1000;
    loaded = votes;
    console.log(`${sizeText(votes)} loaded in ${loadSeconds.toFixed(1)} s`);
    if (votes === SIZES[0]) await requireTrueTallies();
    measured.push({ votes, loadSeconds, ...(await measure(votes)) });
  }
  report(measured);
} finally {
  await db.$disconnect();
  await pool.end();
  await server.stop();
  await rm(folder, { recursive: true, force: true });
}

/** The bulk load must be what the ledger writer would have made, or nothing below means anything. */
async function requireTrueTallies(): Promise<void> {
  const differences = await compareTallies(db);
  if (differences.length > 0) throw new Error(`${differences.length} tallies are not the ledger's`);
}

async function measure(votes: number): Promise<Omit<Measured, "votes" | "loadSeconds">> {
  const isFull = votes <= LARGEST_FULL;
  // Recompute first: the board then carries an inflation, as it does in life.
  const recompute = isFull ? await measureRecompute() : null;
  const refreshMs = await measureRefresh();
  const exported = isFull ? await measureExport() : null;
  return {
    refreshMs,
    recomputeSeconds: recompute?.seconds ?? null,
    recomputeMb: recompute?.mb ?? null,
    exportMegabytes: exported?.megabytes ?? null,
    exportSeconds: exported?.seconds ?? null,
    psqlSeconds: exported?.psqlSeconds ?? null,
    exportMb: exported?.mb ?? null,
  };
}

/** One more vote, then the next snapshot of every board that it changes. */
async function measureRefresh(): Promise<number> {
  const battles = await openBattles(REFRESHES, pool);
  const times: number[] = [];
  for (const battle of battles) {
    await castVote({ ...battle, outcome: "left" }, db);
    const started = performance.now();
    const { boards } = await refreshBoards(db);
    times.push(performance.now() - started);
    if (!boards.some(({ isNew }) => isNew)) throw new Error("A new vote made no new snapshot");
  }
  return median(times);
}

async function measureRecompute(): Promise<{ seconds: number; mb: number }> {
  const runs: { seconds: number; mb: number }[] = [];
  for (let run = 0; run < RECOMPUTES; run++)
    runs.push(await withPeak(() => recomputeBoards(db, pool)));
  return {
    seconds: median(runs.map(({ seconds }) => seconds)),
    mb: median(runs.map(({ mb }) => mb)),
  };
}

/** In turns, so that both meet the same load. */
async function measureExport(): Promise<{
  megabytes: number;
  seconds: number;
  psqlSeconds: number;
  mb: number;
}> {
  const ours: { seconds: number; mb: number }[] = [];
  const theirs: number[] = [];
  let bytes = 0;
  for (let round = 0; round < EXPORTS; round++) {
    ours.push(
      await withPeak(async () => {
        bytes = await countBytes(await streamVotes({ format: "csv" }, pool));
      }),
    );
    theirs.push(psqlSeconds());
  }
  return {
    megabytes: bytes / 1e6,
    seconds: median(ours.map(({ seconds }) => seconds)),
    psqlSeconds: median(theirs),
    mb: median(ours.map(({ mb }) => mb)),
  };
}

async function countBytes(stream: ReadableStream<Uint8Array>): Promise<number> {
  const reader = stream.getReader();
  let bytes = 0;
  for (;;) {
    const { done, value } = await reader.read();
    if (done) return bytes;
    bytes += value.length;
  }
}

/** psql's own \copy of the very same query. */
function psqlSeconds(): number {
  const copy = toCopy({ format: "csv", through: Number.MAX_SAFE_INTEGER });
  const query = copy.replace("COPY (", "\\copy (").replace("TO STDOUT", "TO '/dev/null'");
  const started = performance.now();
  execFileSync(PSQL, [server.url, "-q", "-c", query.replaceAll("\n", " ")]);
  return (performance.now() - started) / 1000;
}

/** Seconds that `work` takes and MB by which resident memory rises meanwhile. */
async function withPeak(work: () => Promise<unknown>): Promise<{ seconds: number; mb: number }> {
  settle();
  const before = residentMb();
  let peak = before;
  const sample = () => {
    peak = Math.max(peak, residentMb());
  };
  const timer = setInterval(sample, 10);
  const started = performance.now();
  await work();
  const seconds = (performance.now() - started) / 1000;
  clearInterval(timer);
  sample();
  return { seconds, mb: peak - before };
}

function report(measured: Measured[]): void {
  const row = (name: string, unit: GrowthRow["unit"], of: (one: Measured) => number | null) => ({
    name,
    unit,
    values: measured.map(of),
  });
  const speed = ({ psqlSeconds: theirs, exportSeconds: ours }: Measured) =>
    theirs === null || ours === null ? null : (100 * theirs) / ours;
  const rows = [
    row("one more vote → next snapshot", "ms", ({ refreshMs }) => refreshMs),
    row("full recompute, all boards", "s", ({ recomputeSeconds }) => recomputeSeconds),
    row("full recompute, memory added", "MB", ({ recomputeMb }) => recomputeMb),
    row("export, size", "MB", ({ exportMegabytes }) => exportMegabytes),
    row("export", "s", ({ exportSeconds }) => exportSeconds),
    row("psql \\copy of the same query", "s", ({ psqlSeconds: theirs }) => theirs),
    row("export, speed of psql's", "%", speed),
    row("export, memory added", "MB", ({ exportMb }) => exportMb),
  ];
  console.log(`\n${growthTable(`${ENTRANTS} entrants, ${PROMPTS} prompts`, SIZES, rows)}\n`);
  const million = measured.find(({ votes }) => votes === LARGEST_FULL);
  const say = (what: string, value: number, limit: string, isWithin: boolean) =>
    console.log(
      `${what}: ${value.toFixed(2)}, ${isWithin ? "within" : "OVER"} the budget of ${limit}`,
    );
  const [smallest, largest] = [measured.at(0)?.refreshMs ?? 0, measured.at(-1)?.refreshMs ?? 0];
  // Flat: the noise of a shared machine, not the 500-fold growth of the votes.
  say("refresh at 5 M over 10 k", largest / smallest, "2 (flat)", largest < 2 * smallest);
  if (million) {
    const recompute = million.recomputeSeconds ?? 0;
    say("full recompute of 1 M votes, s", recompute, "5 s", recompute <= 5);
    const share = speed(million) ?? 0;
    say("export of 1 M votes, % of psql's speed", share, "50 %", share >= 50);
  }
  const seconds = (performance.now() - begun) / 1000;
  console.log(
    `${seconds.toFixed(0)} s in all, load average ${loadavg()[0]?.toFixed(1)}; × is the growth from the size before`,
  );
  console.log(
    JSON.stringify({ bench: "recompute", entrants: ENTRANTS, prompts: PROMPTS, measured }),
  );
}
