import {
  inScope,
  type PairableCreation,
  type PromptPool,
  type Scope,
} from "@/lib/battle/catalogue";
import type { Random } from "@/lib/random";

/** The sampling policy's name and version, stamped on every battle. */
export const POLICY = "uniform-pair/1";

export type Draw = {
  left: PairableCreation;
  right: PairableCreation;
  policy: string;
  /** Probability of this pair of creations, sides apart, given what the voter had already answered. */
  probability: number;
};

type Match = { pool: PromptPool; first: string; second: string };

/** The unordered pair of creations as one string. */
export function pairKey(one: string, other: string): string {
  return one < other ? `${one} ${other}` : `${other} ${one}`;
}

/**
 * Draws a battle: an entrant pair, uniform over the pairs that can still meet; a prompt that both have;
 * a replicate of each; sides by a fair coin. Pairs of creations in `answered` (by `pairKey`) are not drawn again.
 * Null when nothing is left to pair.
 */
export function drawBattle(
  pools: PromptPool[],
  scope: Scope,
  answered: ReadonlySet<string>,
  random: Random,
): Draw | null {
  const matches = groupByPair(inScope(pools, scope), answered);
  const pairs = [...matches.keys()].sort();
  const pair = pick(pairs, random);
  const prompts = pair === undefined ? [] : (matches.get(pair) ?? []);
  const match = pick(prompts, random);
  if (!match) return null;

  const duels = openDuels(match, answered);
  const duel = pick(duels, random);
  if (!duel) return null;
  const [left, right] = random() < 0.5 ? duel : [duel[1], duel[0]];
  const probability = 1 / (pairs.length * prompts.length * duels.length);
  return { left, right, policy: POLICY, probability };
}

function groupByPair(pools: PromptPool[], answered: ReadonlySet<string>): Map<string, Match[]> {
  const matches = new Map<string, Match[]>();
  for (const pool of pools) {
    const entrants = [...pool.byEntrant.keys()].sort();
    for (const [index, first] of entrants.entries()) {
      for (const second of entrants.slice(index + 1)) {
        const match = { pool, first, second };
        if (openDuels(match, answered).length === 0) continue;
        const key = pairKey(first, second);
        const list = matches.get(key);
        if (list) list.push(match);
        else matches.set(key, [match]);
      }
    }
  }
  return matches;
}

/** Every unanswered pair of replicates of the two entrants on this prompt. */
function openDuels(
  { pool, first, second }: Match,
  answered: ReadonlySet<string>,
): [PairableCreation, PairableCreation][] {
  const duels: [PairableCreation, PairableCreation][] = [];
  for (const one of pool.byEntrant.get(first) ?? [])
    for (const other of pool.byEntrant.get(second) ?? [])
      if (!answered.has(pairKey(one.id, other.id))) duels.push([one, other]);
  return duels;
}

function pick<Item>(items: Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
