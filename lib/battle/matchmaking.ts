import { type Arena, inScope, type PairableCreation, type Scope } from "@/lib/battle/catalogue";
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

type Match = { arena: Arena; first: string; second: string };

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
  arenas: Arena[],
  scope: Scope,
  answered: ReadonlySet<string>,
  random: Random,
): Draw | null {
  const matches = groupByPair(inScope(arenas, scope), answered);
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

function groupByPair(arenas: Arena[], answered: ReadonlySet<string>): Map<string, Match[]> {
  const matches = new Map<string, Match[]>();
  for (const arena of arenas) {
    const entrants = [...arena.byEntrant.keys()].sort();
    for (const [index, first] of entrants.entries()) {
      for (const second of entrants.slice(index + 1)) {
        const match = { arena, first, second };
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
  { arena, first, second }: Match,
  answered: ReadonlySet<string>,
): [PairableCreation, PairableCreation][] {
  const duels: [PairableCreation, PairableCreation][] = [];
  for (const one of arena.byEntrant.get(first) ?? [])
    for (const other of arena.byEntrant.get(second) ?? [])
      if (!answered.has(pairKey(one.id, other.id))) duels.push([one, other]);
  return duels;
}

function pick<Item>(items: Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
