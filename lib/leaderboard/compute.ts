import type { BoardMatrix, BoardRow } from "@/lib/leaderboard/schema";
import { covers, toScope } from "@/lib/leaderboard/scope";
import { computeBoard } from "@/lib/rating/board";

/** Seed of every published board's random draws. */
export const SEED = 0;

/** Everything boards are computed from, read at one moment. */
export type BoardInputs = {
  throughSeq: number;
  entrants: { slug: string; name: string }[];
  tallies: {
    track: string;
    category: string;
    left: string;
    right: string;
    leftWins: number;
    rightWins: number;
    ties: number;
    bothBad: number;
  }[];
  /** Per entrant, track and category: prompts tried, and those whose first creation can be shown. */
  executions: { slug: string; track: string; category: string; tried: number; shown: number }[];
};

export type ComputedBoard = {
  board: string;
  method: string;
  seed: number;
  votes: number;
  entrants: BoardRow[];
  matrix: BoardMatrix;
};

/** One board from the inputs: those entrants that tried one of its prompts or have votes on it. */
export function computeLeaderboard(board: string, inputs: BoardInputs): ComputedBoard {
  const scope = toScope(board);
  const executions = inputs.executions.filter((execution) => covers(scope, execution));
  const tallies = inputs.tallies.filter((tally) => covers(scope, tally));
  const present = new Set([
    ...executions.map(({ slug }) => slug),
    ...tallies.flatMap(({ left, right }) => [left, right]),
  ]);
  const names = new Map(inputs.entrants.map(({ slug, name }) => [slug, name]));
  const slugs = [...present].sort();
  const indices = new Map(slugs.map((slug, index) => [slug, index]));
  const indexOf = (slug: string) => indices.get(slug) ?? -1;

  const computed = computeBoard({
    entrants: slugs,
    tallies: tallies.map((tally) => ({
      ...tally,
      left: indexOf(tally.left),
      right: indexOf(tally.right),
    })),
    seed: SEED,
  });
  const { order, wins, battles, predicted } = computed.matrix;
  return {
    board,
    method: computed.method,
    seed: computed.seed,
    votes: computed.votes,
    entrants: computed.entrants.map(({ points: _, ...row }) => ({
      ...row,
      name: names.get(row.slug) ?? row.slug,
      executability: executability(row.slug, executions),
    })),
    matrix: { order, wins, battles, predicted },
  };
}

function executability(slug: string, executions: BoardInputs["executions"]): number | null {
  const own = executions.filter((execution) => execution.slug === slug);
  const tried = own.reduce((sum, execution) => sum + execution.tried, 0);
  const shown = own.reduce((sum, execution) => sum + execution.shown, 0);
  return tried > 0 ? shown / tried : null;
}
