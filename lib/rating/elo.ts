import { type Outcome, pointsOfLeft } from "./outcome";
import { MEAN_RATING } from "./scale";

/** Elo points that one vote moves at most: the slow and the quick ticker. */
export const ELO_STEPS = [4, 8] as const;

/** Online ratings, one for each entrant index, that move with every vote. */
export type EloTicker = {
  add(left: number, right: number, outcome: Outcome): void;
  ratings(): number[];
};

/**
 * Online Elo, to be fed in ledger order: both move by k·(o − p), p = 1/(1 + 10^((r_right − r_left)/400)).
 * It depends on the order and never settles (24 to 217 points from the maximum likelihood at the end of
 * a file), so it is a ticker and never the ranking. `start` resumes from stored ratings; an entrant
 * beyond them starts at 1000.
 * Source: FastChat, fastchat/serve/monitor/rating_systems.py, compute_elo (k = 4, initial 1000).
 */
export function eloTicker(k: number, start: readonly number[] = []): EloTicker {
  const ratings = [...start];
  const perPoint = Math.LN10 / 400;
  const ratingOf = (entrant: number): number => {
    while (ratings.length <= entrant) ratings.push(MEAN_RATING);
    return ratings[entrant] ?? MEAN_RATING;
  };
  return {
    add(left, right, outcome) {
      const first = ratingOf(left);
      const second = ratingOf(right);
      const probability = 1 / (1 + Math.exp(perPoint * (second - first)));
      const change = k * (pointsOfLeft(outcome) - probability);
      ratings[left] = first + change;
      ratings[right] = second - change;
    },
    ratings: () => [...ratings],
  };
}
