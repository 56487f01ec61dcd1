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

/** Two entrants that meet in at least one pool; `first` sorts before `second`. */
type EntrantPair = { first: string; second: string };

type Match = EntrantPair & { pool: PromptPool };

/** What a scope offers, whoever asks. */
type Ground = {
  pools: PromptPool[];
  pairs: EntrantPair[];
  /** Entrants by creation. */
  entrants: Map<string, string>;
};

/** Kept as long as the pools are: to walk 50,000 creations for every battle would hold up everybody else's. */
const grounds = new WeakMap<readonly PromptPool[], Map<string, Ground>>();

function groundOf(pools: PromptPool[], scope: Scope): Ground {
  const known = grounds.get(pools) ?? new Map<string, Ground>();
  grounds.set(pools, known);
  const key = JSON.stringify([scope.track, scope.category]);
  const ground = known.get(key) ?? createGround(inScope(pools, scope));
  // Only scopes that exist: what a request may name is endless.
  if (ground.pools.length > 0) known.set(key, ground);
  return ground;
}

function createGround(pools: PromptPool[]): Ground {
  const entrants = new Map<string, string>();
  for (const { byEntrant } of pools)
    for (const [entrant, creations] of byEntrant)
      for (const { id } of creations) entrants.set(id, entrant);
  return { pools, pairs: listPairs(pools), entrants };
}

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
  const ground = groundOf(pools, scope);
  const spent = listSpent(ground, answered);
  const pairs =
    spent.size === 0
      ? ground.pairs
      : ground.pairs.filter(({ first, second }) => !spent.has(pairKey(first, second)));
  const pair = pick(pairs, random);
  const matches = pair ? listMatches(ground.pools, pair, answered) : [];
  const match = pick(matches, random);
  if (!match) return null;

  const duels = openDuels(match, answered);
  const duel = pick(duels, random);
  if (!duel) return null;
  const [left, right] = random() < 0.5 ? duel : [duel[1], duel[0]];
  const probability = 1 / (pairs.length * matches.length * duels.length);
  return { left, right, policy: POLICY, probability };
}

/** Every pair of entrants that shares a pool, in the order of their ids: no string is made for each of many duels. */
function listPairs(pools: readonly PromptPool[]): EntrantPair[] {
  const entrants = [...new Set(pools.flatMap(({ byEntrant }) => [...byEntrant.keys()]))].sort();
  const places = new Map(entrants.map((entrant, place) => [entrant, place]));
  const meets = new Uint8Array(entrants.length ** 2);
  for (const { byEntrant } of pools) {
    const present = [...byEntrant.keys()].map((entrant) => places.get(entrant) ?? 0);
    for (const row of present)
      for (const column of present) meets[row * entrants.length + column] = 1;
  }
  return entrants.flatMap((first, row) =>
    entrants
      .slice(row + 1)
      .filter((_, index) => meets[row * entrants.length + row + 1 + index] === 1)
      .map((second) => ({ first, second })),
  );
}

/** Keys of the entrant pairs of which this voter answered every duel. Only pairs with an answer are looked at. */
function listSpent({ pools, entrants }: Ground, answered: ReadonlySet<string>): Set<string> {
  const touched = new Map<string, EntrantPair>();
  for (const key of answered) {
    const [one, other] = key.split(" ").map((id) => entrants.get(id));
    if (one === undefined || other === undefined) continue;
    const [first, second] = one < other ? [one, other] : [other, one];
    touched.set(pairKey(first, second), { first, second });
  }
  const spent = [...touched].filter(
    ([, pair]) => !pools.some((pool) => openDuels({ pool, ...pair }, answered).length > 0),
  );
  return new Set(spent.map(([key]) => key));
}

/** Where this pair still has a duel to fight. */
function listMatches(
  pools: readonly PromptPool[],
  pair: EntrantPair,
  answered: ReadonlySet<string>,
): Match[] {
  return pools
    .map((pool) => ({ pool, ...pair }))
    .filter((match) => openDuels(match, answered).length > 0);
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

function pick<Item>(items: readonly Item[], random: Random): Item | undefined {
  return items[Math.floor(random() * items.length)];
}
