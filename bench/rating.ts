/** The rating library in memory (DESIGN §10): fit and sandwich, bootstrap, clustered pass, drop-k, by entrants and votes. */
import { loadavg } from "node:os";
import { computeBoard } from "@/lib/rating/board";
import { BOOTSTRAP_ROUNDS, bootstrapRatings } from "@/lib/rating/bootstrap";
import { fitBradleyTerry } from "@/lib/rating/bradley-terry";
import { foldInflation } from "@/lib/rating/clustered";
import { davidsonRatings } from "@/lib/rating/davidson";
import { dropK } from "@/lib/rating/drop-k";
import { eloTicker } from "@/lib/rating/elo";
import { ratingIntervals } from "@/lib/rating/intervals";
import { plainCovariance } from "@/lib/rating/sandwich";
import { MEAN_RATING } from "@/lib/rating/scale";
import { toPairCells } from "@/lib/rating/tally";
import { figure, type GrowthRow, growthTable } from "./growth-table";
import { fitIndependently } from "./independent-fit";
import { median, medianMs, residentMb, settle } from "./measure";
import {
  firstVotes,
  outcomeOf,
  simulateVotes,
  tallyVotes,
  type VoteColumns,
} from "./simulated-votes";

const ENTRANTS = [12, 100];
const SIZES = [10_000, 100_000, 1_000_000, 5_000_000];
const PROMPTS = 212;
const SEED = 1;
/** Milliseconds. */
const BUDGETS: Record<number, { fit: number; bootstrap: number }> = {
  12: { fit: 10, bootstrap: 400 },
  100: { fit: 50, bootstrap: 6000 },
};
/** Elo points. */
const EXACT_TO = 1e-6;

type Measured = {
  votes: number;
  tallyMs: number;
  fitMs: number;
  errorPoints: number;
  boardMs: number;
  davidsonMs: number;
  bootstrapMs: number;
  clusteredMs: number;
  clusteredMb: number;
  eloMs: number;
  dropKMs: number;
  dropKVotes: number | null;
};

const begun = performance.now();
const verdicts: string[] = [];
const results: Record<number, Measured[]> = {};
for (const entrants of ENTRANTS) {
  const all = simulateVotes({ entrants, prompts: PROMPTS, votes: Math.max(...SIZES) }, SEED);
  const measured = SIZES.map((votes) => measure(firstVotes(all, votes)));
  results[entrants] = measured;
  console.log(`\n${growthTable(`${entrants} entrants`, SIZES, toRows(measured))}`);
  judge(entrants, measured);
}
console.log(`\n${verdicts.join("\n")}`);
const seconds = (performance.now() - begun) / 1000;
console.log(
  `${seconds.toFixed(0)} s in all, load average ${loadavg()[0]?.toFixed(1)}; × is the growth from the size before`,
);
console.log(
  JSON.stringify({ bench: "rating", sizes: SIZES, prompts: PROMPTS, seed: SEED, results }),
);

function measure(columns: VoteColumns): Measured {
  const slugs = Array.from({ length: columns.entrants }, (_, index) => `entrant-${100 + index}`);
  const tallyMs = medianMs(() => tallyVotes(columns), 0);
  const tallies = tallyVotes(columns);
  const counts = { entrants: slugs, tallies };
  const fitAndSandwich = () => {
    const cells = toPairCells(columns.entrants, tallies);
    const { logits } = fitBradleyTerry(columns.entrants, cells);
    return ratingIntervals(logits, plainCovariance(columns.entrants, cells, logits));
  };
  const cells = toPairCells(columns.entrants, tallies);
  const reference = fitIndependently(columns.entrants, cells);
  const errors = fitAndSandwich().flatMap(({ estimate, upper }, index) => [
    Math.abs(estimate - MEAN_RATING - (reference.ratings[index] ?? 0)),
    Math.abs(upper - estimate - (reference.margins[index] ?? 0)),
  ]);
  const clustered = measureClustered(columns, slugs);
  return {
    votes: columns.length,
    tallyMs,
    fitMs: medianMs(fitAndSandwich),
    errorPoints: Math.max(...errors),
    boardMs: medianMs(() => computeBoard({ ...counts, seed: 0 })),
    davidsonMs: medianMs(() => davidsonRatings(counts)),
    bootstrapMs: medianMs(() => bootstrapRatings({ ...counts, seed: 0 }), 0, 2),
    clusteredMs: clustered.ms,
    clusteredMb: clustered.mb,
    eloMs: medianMs(() => foldElo(columns), 0, 1),
    dropKMs: medianMs(() => dropK(counts), 0, 1),
    dropKVotes: dropK(counts)?.votes ?? null,
  };
}

/** Time of the pass, and by how much resident memory rose above what the votes themselves take. */
function measureClustered(columns: VoteColumns, slugs: string[]): { ms: number; mb: number } {
  const counts = { entrants: slugs, tallies: tallyVotes(columns) };
  const times: number[] = [];
  let peak = 0;
  settle();
  const before = residentMb();
  for (let round = 0; round < 3; round++) {
    const started = performance.now();
    const fold = foldInflation(counts);
    for (let vote = 0; vote < columns.length; vote++) {
      fold.add({
        voter: columns.voter[vote] ?? 0,
        prompt: columns.prompt[vote] ?? 0,
        left: columns.left[vote] ?? 0,
        right: columns.right[vote] ?? 0,
        outcome: outcomeOf(columns, vote),
      });
      if (vote % 100_000 === 0) peak = Math.max(peak, residentMb());
    }
    fold.finish();
    times.push(performance.now() - started);
    peak = Math.max(peak, residentMb());
  }
  return { ms: median(times), mb: Math.max(0, peak - before) };
}

function foldElo(columns: VoteColumns): number[] {
  const ticker = eloTicker(4);
  for (let vote = 0; vote < columns.length; vote++) {
    ticker.add(columns.left[vote] ?? 0, columns.right[vote] ?? 0, outcomeOf(columns, vote));
  }
  return ticker.ratings();
}

function toRows(measured: Measured[]): GrowthRow[] {
  const row = (name: string, unit: GrowthRow["unit"], of: (one: Measured) => number | null) => ({
    name,
    unit,
    values: measured.map(of),
  });
  return [
    row("votes to tallies", "ms", ({ tallyMs }) => tallyMs),
    row("fit + sandwich from tallies", "ms", ({ fitMs }) => fitMs),
    row("whole board (ranks, matrix)", "ms", ({ boardMs }) => boardMs),
    row("Davidson", "ms", ({ davidsonMs }) => davidsonMs),
    row(`${BOOTSTRAP_ROUNDS} bootstrap refits`, "ms", ({ bootstrapMs }) => bootstrapMs),
    row("clustered pass", "ms", ({ clusteredMs }) => clusteredMs),
    row("clustered pass, memory added", "MB", ({ clusteredMb }) => clusteredMb),
    row("online Elo", "ms", ({ eloMs }) => eloMs),
    row("drop-k", "ms", ({ dropKMs }) => dropKMs),
    row("drop-k found", "votes", ({ dropKVotes }) => dropKVotes),
  ];
}

function judge(entrants: number, measured: Measured[]): void {
  const budget = BUDGETS[entrants];
  const worst = (of: (one: Measured) => number) => Math.max(...measured.map(of));
  const say = (what: string, value: number, limit: number, unit: string) => {
    const verdict = value <= limit ? "within" : "OVER";
    verdicts.push(
      `${entrants} entrants, ${what}: ${figure(value)} ${unit} at worst, ${verdict} the budget of ${limit} ${unit}`,
    );
  };
  if (!budget) return;
  say(
    "fit + sandwich",
    worst(({ fitMs }) => fitMs),
    budget.fit,
    "ms",
  );
  say(
    "difference from an independent computation",
    worst(({ errorPoints }) => errorPoints),
    EXACT_TO,
    "points",
  );
  say(
    `${BOOTSTRAP_ROUNDS} bootstrap refits`,
    worst(({ bootstrapMs }) => bootstrapMs),
    budget.bootstrap,
    "ms",
  );
}
