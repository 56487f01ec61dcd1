import type { HistoryPoint, HistoryRating } from "@/lib/leaderboard/history";

/** A board's history on one scale that holds still while entrants join. */
export type HistoryLines = {
  /** Slugs of who was rated at every time drawn: their mean is held still. */
  anchors: string[];
  times: {
    /** ISO 8601. */
    computedAt: string;
    throughSeq: number;
    votes: number;
    /** Elo points added to what the snapshot said. */
    shift: number;
  }[];
  /** By slug, one for each time, shifted; null where it was not rated then. */
  lines: Map<string, (HistoryRating | null)[]>;
};

/** A scale needs this many: one alone would stand still by definition. */
const FEWEST_ANCHORS = 2;

/**
 * Puts ratings of different times on one scale. A board's mean is 1000 over whoever is rated then, so everyone
 * moves whenever one joins. Here the mean of those that were rated throughout is held at its newest value instead:
 * at the end every rating is the board's. Times before two such entrants were rated are left out.
 */
export function toHistoryLines(points: readonly HistoryPoint[]): HistoryLines {
  const { start, anchors } = findAnchors(points);
  const drawn = points.slice(start);
  const newest = drawn.at(-1);
  const level = newest ? meanOf(newest, anchors) : 0;
  const shifts = drawn.map((point) => level - meanOf(point, anchors));
  const slugs = new Set(drawn.flatMap(({ ratings }) => [...ratings.keys()]));
  return {
    anchors,
    times: drawn.map(({ computedAt, throughSeq, votes }, index) => ({
      ...{ computedAt, throughSeq, votes, shift: shifts[index] ?? 0 },
    })),
    lines: new Map(
      [...slugs]
        .sort()
        .map((slug) => [
          slug,
          drawn.map(({ ratings }, index) => shifted(ratings.get(slug), shifts[index] ?? 0)),
        ]),
    ),
  };
}

/** The earliest time from which at least two entrants were rated without a break, and who they are. */
function findAnchors(points: readonly HistoryPoint[]): { start: number; anchors: string[] } {
  let start = points.length;
  let anchors: string[] = [];
  let common: string[] | null = null;
  for (let index = points.length - 1; index >= 0; index--) {
    const ratings = points[index]?.ratings ?? new Map();
    common = (common ?? [...ratings.keys()]).filter((slug) => ratings.has(slug));
    if (common.length < FEWEST_ANCHORS) break;
    start = index;
    anchors = common;
  }
  return { start, anchors: anchors.toSorted() };
}

function meanOf({ ratings }: HistoryPoint, slugs: readonly string[]): number {
  const sum = slugs.reduce((total, slug) => total + (ratings.get(slug)?.rating ?? 0), 0);
  return slugs.length > 0 ? sum / slugs.length : 0;
}

function shifted(found: HistoryRating | undefined, shift: number): HistoryRating | null {
  if (!found) return null;
  // Nothing added keeps every digit of the board.
  if (shift === 0) return found;
  const { rating, lower, upper } = found;
  return { rating: rating + shift, lower: lower + shift, upper: upper + shift };
}
