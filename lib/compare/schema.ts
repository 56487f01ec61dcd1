/** Counted votes between two entrants, from the first one's side. */
export type HeadToHead = { firstWins: number; secondWins: number; ties: number; bothBad: number };

export type Comparison = {
  first: { slug: string; name: string };
  second: { slug: string; name: string };
  /** Counted votes between the two, by track and category, in the tracks' order. */
  scopes: ({ track: string; category: string } & HeadToHead)[];
};
