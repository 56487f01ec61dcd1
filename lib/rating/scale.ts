/** Elo points in one logit of strength: a gap of 400 points is odds of ten to one. */
export const POINTS_PER_LOGIT = 400 / Math.LN10;

/** The mean rating over the rated entrants: ratings are only defined up to a constant. */
export const MEAN_RATING = 1000;

/** The 97.5 % quantile of the standard normal distribution: intervals are ± this many errors. */
export const NORMAL_QUANTILE_95 = 1.959963984540054;

/** Elo points of a strength in logits that is centred on the mean of the rated entrants. */
export function toRating(logit: number): number {
  return MEAN_RATING + POINTS_PER_LOGIT * logit;
}
