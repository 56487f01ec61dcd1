import { fitBradleyTerry } from "./bradley-terry";
import { type Interval, ratingIntervals } from "./intervals";
import { intervalRanks, simulateRanks } from "./ranks";
import { invertInformation, plainMeat, sandwich } from "./sandwich";
import { type PairCell, restrictCells } from "./tally";
import { inflate, withVarianceFloor } from "./variance-floor";

/** A rated entrant: Elo points, and its strength in logits (centred on the rated). */
export type Rating = Interval & { logit: number; rank: number; rankRange: [number, number] };

export type Ratings = {
  /** By index; null for an entrant that is not rated. */
  ratings: (Rating | null)[];
  /** Share of the draws with the row above the column; null where one of them is not rated. */
  above: (number | null)[][];
};

/**
 * Fits the rated entrants (ascending indices of one strongly connected component, see `findRated`) on
 * the votes among them: maximum likelihood, sandwich intervals with standard error i multiplied by
 * inflation[i], ranks. Everyone else stays null.
 */
export function rateEntrants(input: {
  size: number;
  cells: readonly PairCell[];
  rated: readonly number[];
  seed: number;
  inflation: readonly number[];
}): Ratings {
  const { size, rated, seed } = input;
  const ratings: (Rating | null)[] = new Array<Rating | null>(size).fill(null);
  const above = Array.from({ length: size }, () => new Array<number | null>(size).fill(null));
  if (rated.length === 0) return { ratings, above };
  const cells = restrictCells(input.cells, rated);
  const { logits } = fitBradleyTerry(rated.length, cells);
  const inverse = invertInformation(rated.length, cells, logits);
  const plain = sandwich(inverse, plainMeat(rated.length, cells, logits));
  const covariance = inflate(
    withVarianceFloor(plain, inverse, votesOf(rated.length, cells)),
    rated.map((index) => input.inflation[index] ?? 1),
  );
  const intervals = ratingIntervals(logits, covariance);
  const ranks = intervalRanks(intervals);
  const simulated = simulateRanks(logits, covariance, seed);
  intervals.forEach((interval, position) => {
    const index = rated[position] ?? 0;
    ratings[index] = {
      ...interval,
      logit: logits[position] ?? 0,
      rank: ranks[position] ?? 1,
      rankRange: simulated.rankRanges[position] ?? [1, rated.length],
    };
    const row = above[index];
    if (!row) return;
    rated.forEach((other, column) => {
      row[other] = simulated.above[position]?.[column] ?? null;
    });
  });
  return { ratings, above };
}

function votesOf(size: number, cells: readonly PairCell[]): number[] {
  const votes = new Array<number>(size).fill(0);
  for (const { a, b, n } of cells) {
    votes[a] = (votes[a] ?? 0) + n;
    votes[b] = (votes[b] ?? 0) + n;
  }
  return votes;
}
