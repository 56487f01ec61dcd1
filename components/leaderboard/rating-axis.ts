import { ticks } from "d3-array";

/** The one horizontal axis that every whisker of a board shares. */
export type RatingAxis = {
  /** From a rating to per cent of the width. */
  toPercent: (rating: number) => number;
  /** Round ratings along it. */
  ticks: number[];
};

/** An axis with room for all of these ratings and bounds, and for 1000. */
export function createRatingAxis(ends: number[]): RatingAxis {
  const low = Math.min(...ends, 1000);
  const high = Math.max(...ends, 1000);
  // A lone or certain rating still gets an axis with two ends.
  const room = Math.max((high - low) * 0.04, 5);
  const [start, length] = [low - room, high - low + 2 * room];
  return {
    toPercent: (rating) => ((rating - start) / length) * 100,
    ticks: ticks(start, start + length, 4),
  };
}
