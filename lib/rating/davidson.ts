import { fitBradleyTerry } from "./bradley-terry";
import { canonicalVotes, type VoteCounts } from "./canonical-votes";
import { isFeasible } from "./difference-constraints";
import { extraError, fitExtraParameter, type PairTerms } from "./extra-parameter";
import { type Interval, ratingIntervals } from "./intervals";
import type { Matrix } from "./matrix";
import { plainCovariance } from "./sandwich";
import { NORMAL_QUANTILE_95 } from "./scale";
import { type PairCell, restrictCells } from "./tally";

/** ν with its 95 % interval, or null where it is 0 or not finite. */
export type TieParameter = { estimate: number; lower: number | null; upper: number | null };

/** Davidson's ratings, Elo points; `rating` is null for an entrant that is not rated. */
export type Davidson = {
  /** Null when nobody is rated or no maximum is finite. */
  tieParameter: TieParameter | null;
  /** By slug. */
  entrants: { slug: string; rating: Interval | null }[];
};

/**
 * Davidson's model, in which ties have a probability of their own instead of counting half a win:
 *   P(i) = π_i / D,  P(tie) = ν·√(π_i·π_j) / D,  D = π_i + π_j + ν·√(π_i·π_j),  π = e^θ
 * so that, unlike half-win Bradley–Terry, more ties do not pull ratings together. Both-bad is a tie.
 * Intervals are the plain sandwich.
 * Source: Davidson (1970), On extending the Bradley–Terry model to accommodate ties.
 */
export function davidsonRatings(counts: VoteCounts): Davidson {
  const { slugs, cells, rated } = canonicalVotes(counts);
  const fit = fitDavidson(rated.length, restrictCells(cells, rated));
  const intervals = fit ? ratingIntervals(fit.logits, fit.covariance) : [];
  return {
    tieParameter: fit?.tieParameter ?? null,
    entrants: slugs.map((slug, index) => ({
      slug,
      rating: intervals[rated.indexOf(index)] ?? null,
    })),
  };
}

/** Strengths in logits, centred, and their covariance, in the order of the cells' indices. */
export type DavidsonFit = { logits: Float64Array; covariance: Matrix; tieParameter: TieParameter };

/** Fits one strongly connected component; null when nobody is in it or no maximum is finite. */
export function fitDavidson(size: number, cells: readonly PairCell[]): DavidsonFit | null {
  const ties = cells.reduce((sum, cell) => sum + cell.ties, 0);
  const votes = cells.reduce((sum, cell) => sum + cell.n, 0);
  if (size === 0) return null;
  if (ties === 0) {
    // The maximum is at the edge: ν = 0, which is Bradley–Terry.
    const { logits } = fitBradleyTerry(size, cells);
    const covariance = plainCovariance(size, cells, logits);
    return { logits, covariance, tieParameter: { estimate: 0, lower: null, upper: null } };
  }
  if (growsForEver(size, cells)) return null;
  // Between equals ν is twice the odds of a tie: a start, not a result.
  const start = Math.log((2 * ties) / Math.max(votes - ties, 1));
  const fit = fitExtraParameter(
    { size, pairs: cells, terms: (pair, gap, extra) => termsOf(cells[pair], gap, extra) },
    start,
  );
  const margin = NORMAL_QUANTILE_95 * extraError(fit);
  return {
    logits: fit.logits,
    covariance: fit.covariance,
    tieParameter: {
      estimate: Math.exp(fit.extra),
      lower: Math.exp(fit.extra - margin),
      upper: Math.exp(fit.extra + margin),
    },
  };
}

/**
 * Whether ν → ∞ explains every vote ever better: strengths x (in units of ln ν) exist with every
 * winner at least 1 above its loser and tied entrants at most 1 apart.
 */
function growsForEver(size: number, cells: readonly PairCell[]): boolean {
  const constraints = cells.flatMap(({ a, b, winsA, winsB, ties }) => [
    ...(winsA > 0 ? [{ from: a, to: b, weight: -1 }] : []),
    ...(winsB > 0 ? [{ from: b, to: a, weight: -1 }] : []),
    ...(ties > 0
      ? [
          { from: a, to: b, weight: 1 },
          { from: b, to: a, weight: 1 },
        ]
      : []),
  ]);
  return isFeasible(size, constraints);
}

/**
 * In the gap d and λ = ln ν this is an exponential family with P ∝ e^(d/2), e^(−d/2), e^λ: derivatives
 * are observed less expected statistics, second derivatives their covariance.
 */
function termsOf(cell: PairCell | undefined, gap: number, extra: number): PairTerms {
  const { n, winsA, winsB, ties } = cell ?? { n: 0, winsA: 0, winsB: 0, ties: 0 };
  const highest = Math.max(Math.abs(gap) / 2, extra);
  // Logarithms of the weights, the largest of them 0, so that nothing overflows or cancels.
  const [logA, logB, logTie] = [gap / 2 - highest, -gap / 2 - highest, extra - highest];
  const [a, b, t] = [Math.exp(logA), Math.exp(logB), Math.exp(logTie)];
  const total = a + b + t;
  const logTotal = Math.log(total);
  const tie = t / total;
  // Expected half-gap statistic: +½ for a, −½ for b.
  const lean = (a - b) / total / 2;
  const [scoreA, scoreB] = [0.5 - lean, -0.5 - lean];
  return {
    logLikelihood:
      winsA * (logA - logTotal) + winsB * (logB - logTotal) + ties * (logTie - logTotal),
    gradient: [(winsA - winsB) / 2 - n * lean, ties - n * tie],
    information: [
      n * ((a + b) / total / 4 - lean * lean),
      -n * lean * tie,
      n * tie * ((a + b) / total),
    ],
    meat: [
      winsA * scoreA * scoreA + winsB * scoreB * scoreB + ties * lean * lean,
      -tie * (winsA * scoreA + winsB * scoreB) - ties * lean * (1 - tie),
      (winsA + winsB) * tie * tie + ties * (1 - tie) * (1 - tie),
    ],
  };
}
