/** A creation that can be paired: executed, visible, its entrant active. */
export type PairableCreation = {
  id: string;
  entrantId: string;
  promptId: string;
  track: string;
  category: string;
};

/** What a voter asked to compare. */
export type Scope = { track?: string | undefined; category?: string | undefined };

/** One prompt on one track, with its creations by entrant. */
export type PromptPool = {
  promptId: string;
  track: string;
  category: string;
  byEntrant: Map<string, PairableCreation[]>;
};

/** Groups creations by (prompt, track), in the order given. */
export function toPools(creations: PairableCreation[]): PromptPool[] {
  const pools = new Map<string, PromptPool>();
  for (const creation of creations) {
    const { promptId, track, category } = creation;
    const key = `${track} ${promptId}`;
    const pool = pools.get(key) ?? { promptId, track, category, byEntrant: new Map() };
    pools.set(key, pool);
    const replicates = pool.byEntrant.get(creation.entrantId) ?? [];
    pool.byEntrant.set(creation.entrantId, [...replicates, creation]);
  }
  return [...pools.values()];
}

/** The pools that a scope covers. */
export function inScope(pools: PromptPool[], { track, category }: Scope): PromptPool[] {
  return pools.filter(
    (pool) =>
      (track === undefined || pool.track === track) &&
      (category === undefined || pool.category === category),
  );
}
