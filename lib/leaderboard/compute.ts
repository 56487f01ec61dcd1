import type { BoardMatrix, BoardRow, Intervals } from "@/lib/leaderboard/schema";
import { covers, toScope } from "@/lib/leaderboard/scope";
import { computeBoard } from "@/lib/rating/board";
import type { Tally } from "@/lib/rating/tally";

/** Seed of every published board's random draws. */
export const SEED = 0;

type Counts = Omit<Tally, "left" | "right">;

/** What boards are computed from besides votes. Entrants by slug. */
export type BoardCatalogue = {
  entrants: { slug: string; name: string }[];
  /** Per entrant, track and category: prompts tried, and those whose first creation can be shown. */
  executions: { slug: string; track: string; category: string; tried: number; shown: number }[];
};

/** The counted votes of one board at one moment, summed over its tracks and categories. */
export type BoardTallies = {
  throughSeq: number;
  tallies: ({ left: string; right: string } & Counts)[];
};

/** Everything that one board is computed from. */
export type BoardInputs = BoardCatalogue & BoardTallies;

/** By how much each entrant's plain interval is too narrow, found by a full recompute. */
export type StoredInflation = {
  throughSeq: number;
  /** ISO 8601. */
  computedAt: string;
  /** Counted votes then. */
  votes: number;
  voters: number;
  prompts: number;
  /** By slug; 1 for whoever is not named. */
  factors: Record<string, number>;
};

export type ComputedBoard = {
  board: string;
  method: string;
  seed: number;
  votes: number;
  intervals: Intervals;
  entrants: BoardRow[];
  matrix: BoardMatrix;
};

/** Who is on a board: those entrants that tried one of its prompts or have votes on it. */
export function selectBoard(
  board: string,
  inputs: BoardInputs,
): { slugs: string[]; tallies: Tally[]; executions: BoardInputs["executions"] } {
  const scope = toScope(board);
  const executions = inputs.executions.filter((execution) => covers(scope, execution));
  const present = new Set([
    ...executions.map(({ slug }) => slug),
    ...inputs.tallies.flatMap(({ left, right }) => [left, right]),
  ]);
  const slugs = [...present].sort();
  const indices = new Map(slugs.map((slug, index) => [slug, index]));
  const indexOf = (slug: string) => indices.get(slug) ?? Number.NaN;
  return {
    slugs,
    tallies: inputs.tallies.map(({ left, right, leftWins, rightWins, ties, bothBad }) => ({
      ...{ left: indexOf(left), right: indexOf(right) },
      ...{ leftWins, rightWins, ties, bothBad },
    })),
    executions,
  };
}

/** One board. Its intervals are the plain sandwich's, widened by the inflation that was stored for it, if any. */
export function computeLeaderboard(
  board: string,
  inputs: BoardInputs,
  inflation: StoredInflation | null,
): ComputedBoard {
  const { slugs, tallies, executions } = selectBoard(board, inputs);
  const names = new Map(inputs.entrants.map(({ slug, name }) => [slug, name]));
  const computed = computeBoard({
    entrants: slugs,
    tallies,
    seed: SEED,
    inflation: slugs.map((slug) => factorOf(slug, inflation)),
  });
  const { order, wins, battles, predicted, residuals, above } = computed.matrix;
  return {
    board,
    method: computed.method,
    seed: computed.seed,
    votes: computed.votes,
    intervals: {
      kind: inflation ? "clustered" : "plain",
      inflationThroughSeq: inflation?.throughSeq ?? null,
      voters: inflation?.voters ?? null,
      prompts: inflation?.prompts ?? null,
    },
    entrants: computed.entrants.map(({ points: _, ...row }) => ({
      ...row,
      name: names.get(row.slug) ?? row.slug,
      executability: executability(row.slug, executions),
    })),
    matrix: { order, wins, battles, predicted, residuals, above },
  };
}

/** Own names only: an entrant may be called "constructor". */
function factorOf(slug: string, inflation: StoredInflation | null): number {
  return inflation && Object.hasOwn(inflation.factors, slug) ? (inflation.factors[slug] ?? 1) : 1;
}

function executability(slug: string, executions: BoardInputs["executions"]): number | null {
  const own = executions.filter((execution) => execution.slug === slug);
  const tried = own.reduce((sum, execution) => sum + execution.tried, 0);
  const shown = own.reduce((sum, execution) => sum + execution.shown, 0);
  return tried > 0 ? shown / tried : null;
}
