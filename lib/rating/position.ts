import { canonicalVotes, type VoteCounts } from "./canonical-votes";
import { isFeasible } from "./difference-constraints";
import { extraError, fitExtraParameter, type PairTerms } from "./extra-parameter";
import { sigmoid, softplus } from "./logistic";
import { NORMAL_QUANTILE_95, POINTS_PER_LOGIT, toRating } from "./scale";
import { type Tally, votesIn } from "./tally";

/** How much being shown first, on the left, is worth: Elo points, positive when it helps. */
export type FirstPositionEffect = {
  points: number;
  logit: number;
  /** Of `points`. */
  standardError: number;
  lower: number;
  upper: number;
  /** Points over standard error: beyond ±1.96, the sides are not treated alike. */
  z: number;
  /** Ratings with the effect taken out, by slug; null where not rated. */
  entrants: { slug: string; rating: number | null }[];
};

/**
 * Bradley–Terry with a first-position parameter h: P(left beats right) = σ(θ_left − θ_right + h), ties
 * and both-bad half. Sides are drawn at random here, so h moves no rating; it is a check on the arena.
 * Null when nobody is rated or h is not finite (all votes for one side, say).
 * Source: Agresti (2002), section 10.6.3, the home-team advantage; intervals are the plain sandwich.
 */
export function firstPositionEffect(counts: VoteCounts): FirstPositionEffect | null {
  const { size: everyone, slugs, tallies, rated } = canonicalVotes(counts);
  const size = rated.length;
  const place = new Int32Array(everyone).fill(-1);
  rated.forEach((index, position) => {
    place[index] = position;
  });
  const cells = orientedCells(tallies, place, size);
  if (size === 0 || growsForEver(size, cells, 1) || growsForEver(size, cells, -1)) return null;
  const fit = fitExtraParameter(
    { size, pairs: cells, terms: (pair, gap, extra) => termsOf(cells[pair], gap + extra) },
    0,
  );
  const points = POINTS_PER_LOGIT * fit.extra;
  const standardError = POINTS_PER_LOGIT * extraError(fit);
  const margin = NORMAL_QUANTILE_95 * standardError;
  return {
    points,
    logit: fit.extra,
    standardError,
    lower: points - margin,
    upper: points + margin,
    z: standardError > 0 ? points / standardError : 0,
    entrants: slugs.map((slug, index) => {
      const logit = fit.logits[place[index] ?? -1];
      return { slug, rating: logit === undefined ? null : toRating(logit) };
    }),
  };
}

/** Counts of one ordered pair: a was shown left. */
type OrientedCell = { a: number; b: number; wins: number; halves: number; losses: number };

function orientedCells(tallies: readonly Tally[], place: Int32Array, size: number): OrientedCell[] {
  const cells = new Map<number, OrientedCell>();
  for (const tally of tallies) {
    const a = place[tally.left] ?? -1;
    const b = place[tally.right] ?? -1;
    if (a < 0 || b < 0 || votesIn(tally) === 0) continue;
    const key = a * size + b;
    const cell = cells.get(key) ?? { a, b, wins: 0, halves: 0, losses: 0 };
    cell.wins += tally.leftWins;
    cell.halves += tally.ties + tally.bothBad;
    cell.losses += tally.rightWins;
    cells.set(key, cell);
  }
  return [...cells.values()].sort((x, y) => x.a - y.a || x.b - y.b);
}

/** Whether h → ±∞ explains every vote ever better, with strengths that move along. */
function growsForEver(size: number, cells: readonly OrientedCell[], sign: 1 | -1): boolean {
  const constraints = cells.flatMap(({ a, b, wins, halves, losses }) => [
    ...(wins + halves > 0 ? [{ from: a, to: b, weight: sign }] : []),
    ...(losses + halves > 0 ? [{ from: b, to: a, weight: -sign }] : []),
  ]);
  return isFeasible(size, constraints);
}

/** The gap and h enter as their sum, so every derivative is the same in both. */
function termsOf(cell: OrientedCell | undefined, sum: number): PairTerms {
  const { wins, halves, losses } = cell ?? { wins: 0, halves: 0, losses: 0 };
  const n = wins + halves + losses;
  const points = wins + halves / 2;
  const [left, right] = [sigmoid(sum), sigmoid(-sum)];
  const residual = points - n * left;
  const information = n * left * right;
  const half = 0.5 - left;
  const meat = wins * right * right + halves * half * half + losses * left * left;
  return {
    logLikelihood: -points * softplus(-sum) - (n - points) * softplus(sum),
    gradient: [residual, residual],
    information: [information, information, information],
    meat: [meat, meat, meat],
  };
}
