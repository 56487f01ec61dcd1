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
export type Arena = {
  promptId: string;
  track: string;
  category: string;
  byEntrant: Map<string, PairableCreation[]>;
};

/** Groups creations by (prompt, track), in the order given. */
export function toArenas(creations: PairableCreation[]): Arena[] {
  const arenas = new Map<string, Arena>();
  for (const creation of creations) {
    const { promptId, track, category } = creation;
    const key = `${track} ${promptId}`;
    const arena = arenas.get(key) ?? { promptId, track, category, byEntrant: new Map() };
    arenas.set(key, arena);
    const replicates = arena.byEntrant.get(creation.entrantId) ?? [];
    arena.byEntrant.set(creation.entrantId, [...replicates, creation]);
  }
  return [...arenas.values()];
}

/** The arenas that a scope covers. */
export function inScope(arenas: Arena[], { track, category }: Scope): Arena[] {
  return arenas.filter(
    (arena) =>
      (track === undefined || arena.track === track) &&
      (category === undefined || arena.category === category),
  );
}
