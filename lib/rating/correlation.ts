import { NORMAL_QUANTILE_95 } from "./scale";

/** A correlation with its 95 % interval; no bounds for too few pairs or a perfect correlation. */
export type Correlation = {
  estimate: number;
  lower: number | null;
  upper: number | null;
  n: number;
};

/**
 * Pearson's r. Interval by Fisher's z: atanh r is about normal with variance 1/(n − 3).
 * Null when fewer than two pairs or one side is constant. Source: Fisher (1921).
 * @throws RangeError when x and y are not of one length.
 */
export function pearson(x: readonly number[], y: readonly number[]): Correlation | null {
  return withInterval(productMoment(x, y), x.length, (n) => 1 / (n - 3));
}

/**
 * Spearman's ρ: Pearson's r of the ranks, equal values sharing their mean rank. The variance of atanh ρ
 * is (1 + ρ²/2)/(n − 3). Source: Bonett and Wright (2000).
 */
export function spearman(x: readonly number[], y: readonly number[]): Correlation | null {
  const rho = productMoment(midRanks(x), midRanks(y));
  return withInterval(rho, x.length, (n) => (1 + (rho ?? 0) ** 2 / 2) / (n - 3));
}

/**
 * Kendall's τ-b, which allows for equal values on either side. The variance of atanh τ is 0.437/(n − 4).
 * Source: Kendall (1945); Fieller, Hartley and Pearson (1957).
 */
export function kendall(x: readonly number[], y: readonly number[]): Correlation | null {
  requireEqualLengths(x, y);
  let concordance = 0;
  let differentX = 0;
  let differentY = 0;
  for (let i = 0; i < x.length; i++) {
    for (let j = 0; j < i; j++) {
      const signX = Math.sign((x[i] ?? 0) - (x[j] ?? 0));
      const signY = Math.sign((y[i] ?? 0) - (y[j] ?? 0));
      concordance += signX * signY;
      differentX += signX * signX;
      differentY += signY * signY;
    }
  }
  const scale = Math.sqrt(differentX * differentY);
  const tau = scale > 0 ? withinOne(concordance / scale) : null;
  return withInterval(tau, x.length, (n) => 0.437 / (n - 4));
}

function withInterval(
  estimate: number | null,
  n: number,
  variance: (n: number) => number,
): Correlation | null {
  if (estimate === null) return null;
  const margin = NORMAL_QUANTILE_95 * Math.sqrt(variance(n));
  const z = Math.atanh(estimate);
  if (!Number.isFinite(margin + z)) return { estimate, lower: null, upper: null, n };
  return { estimate, lower: Math.tanh(z - margin), upper: Math.tanh(z + margin), n };
}

function productMoment(x: readonly number[], y: readonly number[]): number | null {
  requireEqualLengths(x, y);
  const [meanX, meanY] = [mean(x), mean(y)];
  let [xx, xy, yy] = [0, 0, 0];
  x.forEach((value, index) => {
    const dx = value - meanX;
    const dy = (y[index] ?? 0) - meanY;
    xx += dx * dx;
    xy += dx * dy;
    yy += dy * dy;
  });
  const scale = Math.sqrt(xx) * Math.sqrt(yy);
  return scale > 0 ? withinOne(xy / scale) : null;
}

/** Rounding may leave a perfect correlation a hair outside, or a hair inside, where it would get an interval. */
function withinOne(value: number): number {
  return Math.abs(value) > 1 - 1e-12 ? Math.sign(value) : value;
}

/** Ranks from 1, equal values sharing the mean of theirs. */
function midRanks(values: readonly number[]): number[] {
  return values.map((value) => {
    const below = values.filter((other) => other < value).length;
    const equal = values.filter((other) => other === value).length;
    return below + (equal + 1) / 2;
  });
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length;
}

function requireEqualLengths(x: readonly number[], y: readonly number[]): void {
  if (x.length !== y.length) throw new RangeError(`${x.length} values against ${y.length}.`);
}
