/** An entrant as plots see it: ratings and bounds in Elo points, null where there is nothing to say. */
export type PlotEntrant = {
  slug: string;
  name: string;
  rank: number | null;
  rating: number | null;
  lower: number | null;
  upper: number | null;
  /** By the metric's id; null or missing where it is not known. */
  metrics: Partial<Record<string, number | null>>;
};

/** A board's newest snapshot without its matrix, which plots do not need and which grows with the square. */
export type BoardFigures = {
  board: string;
  /** ISO 8601. */
  computedAt: string;
  throughSeq: number;
  votes: number;
  method: string;
  seed: number;
  /** In the board's order. */
  entrants: (PlotEntrant & { battles: number })[];
};
