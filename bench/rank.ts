/**
 * `rank --json` on files of FastChat's columns against Debian's pandas, which only reads the same file and
 * counts its outcomes (DESIGN §10: at 5 M votes at most as long as pandas, and at most 150 MB).
 *
 * Ours is the whole process from start to exit; pandas' time leaves its start and import out.
 */
import { spawn } from "node:child_process";
import { closeSync, openSync, readFileSync, writeSync } from "node:fs";
import { mkdtemp, readFile, rm, stat } from "node:fs/promises";
import { loadavg, tmpdir } from "node:os";
import { join } from "node:path";
import { seededRandom } from "@/lib/random";
import { type GrowthRow, growthTable } from "./growth-table";
import { median } from "./measure";

const ENTRANTS = [12, 100];
const SIZES = [10_000, 100_000, 1_000_000, 5_000_000];
const PROMPTS = 212;
const VOTES_PER_VOTER = 50;
const TIE_SHARE = 0.16;
/** No file is begun after so many seconds. */
const LONGEST_SECONDS = 360;
/** How often a process's memory is looked at; the kernel keeps its peak. */
const POLL_MS = 5;

const INTERVALS = ["plain", "clustered"] as const;
const PANDAS = `
import sys, time
import pandas
start = time.perf_counter()
pandas.read_csv(sys.argv[1]).groupby(["model_a", "model_b", "winner"]).size()
print(time.perf_counter() - start)
`;

type Measured = { seconds: number; peakMb: number };
type Result = {
  entrants: number;
  votes: number;
  fileMb: number;
  pandas: Measured;
  /** Ours, with the median over the rounds of our seconds in percent of pandas' in the same round. */
  rank: Record<(typeof INTERVALS)[number], Measured & { percentOfPandas: number }>;
};

const begun = performance.now();
const folder = await mkdtemp(join(tmpdir(), "polyduel-bench-"));
const command = await readCommand();
const results: Result[] = [];
try {
  for (const entrants of ENTRANTS) {
    for (const votes of SIZES) {
      const isLate = (performance.now() - begun) / 1000 > LONGEST_SECONDS;
      if (!isLate) results.push(await benchFile(entrants, votes));
    }
    const own = SIZES.map((votes) =>
      results.find((result) => result.entrants === entrants && result.votes === votes),
    );
    console.log(`\n${growthTable(`${entrants} entrants`, SIZES, toRows(own))}`);
  }
} finally {
  await rm(folder, { recursive: true, force: true });
}
judge();
const seconds = (performance.now() - begun) / 1000;
console.log(
  `${seconds.toFixed(0)} s in all, load average ${loadavg()[0]?.toFixed(1)}; × is the growth from the size before`,
);
console.log(
  JSON.stringify({ bench: "rank", prompts: PROMPTS, votesPerVoter: VOTES_PER_VOTER, results }),
);

/** What \`npm run rank\` runs, so that this measures the same. */
async function readCommand(): Promise<string[]> {
  const { scripts } = JSON.parse(await readFile("package.json", "utf8"));
  return String(scripts.rank).split(" ").slice(1);
}

async function benchFile(entrants: number, votes: number): Promise<Result> {
  const path = join(folder, "votes.csv");
  writeVotes(path, entrants, votes);
  const fileMb = (await stat(path)).size / 1e6;
  const runs: Record<"pandas" | (typeof INTERVALS)[number], Run[]> = {
    ...{ pandas: [], plain: [], clustered: [] },
  };
  const rounds = votes > 1_000_000 ? 2 : 3;
  for (let round = 0; round < rounds; round++) {
    for (const kind of INTERVALS) {
      const args = [...command, "--json", "--intervals", kind, path];
      runs[kind].push(await measure(process.execPath, args));
    }
    const run = await measure("/usr/bin/python3", ["-c", PANDAS, path]);
    runs.pandas.push({ ...run, seconds: Number(run.out) });
  }
  await rm(path);
  const rank = (kind: (typeof INTERVALS)[number]) => ({
    ...summary(runs[kind]),
    percentOfPandas: median(
      runs[kind].map(({ seconds }, round) => (100 * seconds) / (runs.pandas[round]?.seconds ?? 0)),
    ),
  });
  return {
    ...{ entrants, votes, fileMb, pandas: summary(runs.pandas) },
    rank: { plain: rank("plain"), clustered: rank("clustered") },
  };
}

function summary(runs: readonly Run[]): Measured {
  return {
    seconds: median(runs.map((run) => run.seconds)),
    peakMb: Math.max(...runs.map((run) => run.peakMb)),
  };
}

function toRows(results: readonly (Result | undefined)[]): GrowthRow[] {
  const row = (
    name: string,
    unit: GrowthRow["unit"],
    value: (result: Result) => number,
  ): GrowthRow => ({
    ...{ name, unit, values: results.map((result) => (result ? value(result) : null)) },
  });
  return [
    row("file", "MB", ({ fileMb }) => fileMb),
    row("pandas", "s", ({ pandas }) => pandas.seconds),
    row("pandas, peak", "MB", ({ pandas }) => pandas.peakMb),
    ...INTERVALS.flatMap((kind) => [
      row(`rank, ${kind}`, "s", ({ rank }) => rank[kind].seconds),
      row(`rank, ${kind}, peak`, "MB", ({ rank }) => rank[kind].peakMb),
      row(`rank, ${kind}, of pandas`, "%", ({ rank }) => rank[kind].percentOfPandas),
    ]),
  ];
}

/** Says whether the largest files are within the budgets. */
function judge(): void {
  const largest = results.filter(({ votes }) => votes === SIZES.at(-1));
  const ranks = largest.flatMap(({ rank }) => INTERVALS.map((kind) => rank[kind]));
  const percent = Math.max(0, ...ranks.map(({ percentOfPandas }) => percentOfPandas));
  const peakMb = Math.max(0, ...ranks.map((rank) => rank.peakMb));
  const verdict = (isMet: boolean) => (isMet && ranks.length > 0 ? "met" : "MISSED");
  console.log(
    `\n${verdict(percent <= 100)}: at most ${percent.toFixed(0)} % of pandas (budget 100 %)\n` +
      `${verdict(peakMb <= 150)}: at most ${peakMb.toFixed(0)} MB (budget 150 MB)`,
  );
}

type Run = { seconds: number; peakMb: number; out: string };

/** Runs a program to its end: wall seconds, peak resident megabytes, and what it printed. */
async function measure(program: string, args: readonly string[]): Promise<Run> {
  const start = performance.now();
  const child = spawn(program, args, { stdio: ["ignore", "pipe", "pipe"] });
  const texts = { out: "", error: "" };
  child.stdout.setEncoding("utf8").on("data", (text: string) => {
    texts.out += text;
  });
  child.stderr.setEncoding("utf8").on("data", (text: string) => {
    texts.error += text;
  });
  let peakMb = 0;
  const poll = setInterval(() => {
    peakMb = Math.max(peakMb, peakOf(child.pid));
  }, POLL_MS);
  const code = await new Promise<number | null>((resolve, reject) => {
    child.on("error", reject).on("close", resolve);
  });
  clearInterval(poll);
  const seconds = (performance.now() - start) / 1000;
  if (code !== 0)
    throw new Error(`${program} ${args.join(" ")} ended with ${code}: ${texts.error}`);
  return { seconds, peakMb, out: texts.out };
}

/** The most memory that a process has had so far, megabytes of 10⁶ bytes; 0 once it is gone. */
function peakOf(pid: number | undefined): number {
  try {
    const status = readFileSync(`/proc/${pid}/status`, "utf8");
    return (Number(/VmHWM:\s+(\d+) kB/.exec(status)?.[1] ?? 0) * 1024) / 1e6;
  } catch {
    return 0;
  }
}

/** Votes among entrants of normal strengths, by voters of whom some vote far more than others. */
function writeVotes(path: string, entrants: number, votes: number): void {
  const random = seededRandom(entrants + votes);
  const below = (limit: number) => Math.floor(limit * random());
  const names = Array.from({ length: entrants }, (_, index) => `model-${index}-instruct`);
  const strengths = names.map(() => random() + random() + random() - 1.5);
  const voters = Array.from({ length: Math.ceil(votes / VOTES_PER_VOTER) }, () => {
    const digits = () =>
      Math.floor(random() * 36 ** 7)
        .toString(36)
        .padStart(7, "0");
    return `arena_user_${digits()}${digits()}${digits()}x`;
  });
  const file = openSync(path, "w");
  let text = "question_id,model_a,model_b,winner,judge,turn,anony,language,tstamp\n";
  for (let vote = 0; vote < votes; vote++) {
    const left = below(entrants);
    const right = (left + 1 + below(entrants - 1)) % entrants;
    const gap = (strengths[left] ?? 0) - (strengths[right] ?? 0);
    const ties = random() < 0.5 ? "tie" : "tie (bothbad)";
    const wins = random() < 1 / (1 + Math.exp(-gap)) ? "model_a" : "model_b";
    const winner = random() < TIE_SHARE ? ties : wins;
    const voter = voters[Math.floor(voters.length * random() ** 1.5)];
    const time = `${1_700_000_000 + vote}.${below(10_000)}`;
    text += `prompt-${below(PROMPTS)},${names[left]},${names[right]},${winner},${voter},1,True,English,${time}\n`;
    if (text.length > 2 ** 20) {
      writeSync(file, text);
      text = "";
    }
  }
  writeSync(file, text);
  closeSync(file);
}
