import { normalDraws, seededRandom } from "@/lib/random";
import type { Outcome } from "@/lib/rating/outcome";
import { POINTS_PER_LOGIT } from "@/lib/rating/scale";
import type { Tally } from "@/lib/rating/tally";

const STRENGTH_SD = 160;
/** Davidson's ν: about 16 % ties. */
const TIE_PARAMETER = 0.45;
/** Of the ties, how many say both bad. */
const BOTH_BAD_SHARE = 0.25;
const OUTCOMES = ["left", "right", "tie", "both_bad"] as const satisfies Outcome[];

/** Votes in columns, 9 bytes each, those of one voter together. */
export type VoteColumns = {
  entrants: number;
  prompts: number;
  length: number;
  voter: Int32Array;
  prompt: Uint16Array;
  left: Uint8Array;
  right: Uint8Array;
  /** Place in `OUTCOMES`. */
  outcome: Uint8Array;
};

/** Anyone against anyone, voters with 1 to 100 votes (log-uniform). */
export function simulateVotes(
  { entrants, prompts, votes }: { entrants: number; prompts: number; votes: number },
  seed: number,
): VoteColumns {
  const random = seededRandom(seed);
  const { wins, decisive } = probabilities(entrants, normalDraws(random));
  const columns: VoteColumns = {
    entrants,
    prompts,
    length: votes,
    voter: new Int32Array(votes),
    prompt: new Uint16Array(votes),
    left: new Uint8Array(votes),
    right: new Uint8Array(votes),
    outcome: new Uint8Array(votes),
  };
  let voter = -1;
  let quota = 0;
  for (let vote = 0; vote < votes; vote++) {
    if (quota === 0) {
      voter++;
      quota = Math.round(100 ** random());
    }
    quota--;
    const left = Math.floor(random() * entrants);
    const right = (left + 1 + Math.floor(random() * (entrants - 1))) % entrants;
    const pair = left * entrants + right;
    const draw = random();
    columns.voter[vote] = voter;
    columns.prompt[vote] = Math.floor(random() * prompts);
    columns.left[vote] = left;
    columns.right[vote] = right;
    if (draw < (wins[pair] ?? 0)) columns.outcome[vote] = 0;
    else if (draw < (decisive[pair] ?? 0)) columns.outcome[vote] = 1;
    else columns.outcome[vote] = random() < BOTH_BAD_SHARE ? 3 : 2;
  }
  return columns;
}

/** By left · entrants + right: P(left wins), and P(either wins). Davidson (1970). */
function probabilities(
  entrants: number,
  normal: () => number,
): { wins: Float64Array; decisive: Float64Array } {
  const strengths = Float64Array.from(
    { length: entrants },
    () => (normal() * STRENGTH_SD) / POINTS_PER_LOGIT,
  );
  const wins = new Float64Array(entrants * entrants);
  const decisive = new Float64Array(entrants * entrants);
  strengths.forEach((first, left) => {
    strengths.forEach((second, right) => {
      const odds = Math.exp((first - second) / 2);
      const total = odds + 1 / odds + TIE_PARAMETER;
      wins[left * entrants + right] = odds / total;
      decisive[left * entrants + right] = (odds + 1 / odds) / total;
    });
  });
  return { wins, decisive };
}

/** The first so many votes. */
export function firstVotes(columns: VoteColumns, length: number): VoteColumns {
  return {
    ...columns,
    length,
    voter: columns.voter.subarray(0, length),
    prompt: columns.prompt.subarray(0, length),
    left: columns.left.subarray(0, length),
    right: columns.right.subarray(0, length),
    outcome: columns.outcome.subarray(0, length),
  };
}

export function outcomeOf(columns: VoteColumns, vote: number): Outcome {
  return OUTCOMES[columns.outcome[vote] ?? 0] ?? "left";
}

/** One tally for each ordered pair that met. */
export function tallyVotes(columns: VoteColumns): Tally[] {
  const { entrants, length, left, right, outcome } = columns;
  const counts = new Int32Array(entrants * entrants * OUTCOMES.length);
  for (let vote = 0; vote < length; vote++) {
    const pair = (left[vote] ?? 0) * entrants + (right[vote] ?? 0);
    const place = pair * OUTCOMES.length + (outcome[vote] ?? 0);
    counts[place] = (counts[place] ?? 0) + 1;
  }
  const tallies: Tally[] = [];
  for (let pair = 0; pair < entrants * entrants; pair++) {
    const [leftWins = 0, rightWins = 0, ties = 0, bothBad = 0] = counts.subarray(pair * 4);
    if (leftWins + rightWins + ties + bothBad === 0) continue;
    const first = Math.floor(pair / entrants);
    tallies.push({
      ...{ left: first, right: pair - first * entrants },
      ...{ leftWins, rightWins, ties, bothBad },
    });
  }
  return tallies;
}
