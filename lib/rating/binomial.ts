import type { Random } from "@/lib/random";

/** Above this mean, rejection is faster than counting up. */
const INVERSION_MEAN = 10;

/**
 * One draw from Binomial(n, p): how many of n independent chances of p came true.
 * @throws RangeError unless n is a whole number ≥ 0 and 0 ≤ p ≤ 1.
 */
export function drawBinomial(n: number, p: number, random: Random): number {
  if (!Number.isSafeInteger(n) || n < 0 || !(p >= 0 && p <= 1)) {
    throw new RangeError(`Binomial(${n}, ${p}) is no distribution.`);
  }
  if (n === 0 || p === 0) return 0;
  if (p > 0.5) return n - drawBinomial(n, 1 - p, random);
  return n * p < INVERSION_MEAN ? byInversion(n, p, random) : byRejection(n, p, random);
}

/** Walks up the distribution function: P(k+1) = P(k)·(n−k)/(k+1)·p/(1−p). */
function byInversion(n: number, p: number, random: Random): number {
  const odds = p / (1 - p);
  let probability = Math.exp(n * Math.log1p(-p));
  let rest = random();
  let k = 0;
  while (rest > probability && k < n) {
    rest -= probability;
    probability *= ((n - k) / (k + 1)) * odds;
    k++;
  }
  return k;
}

/**
 * Transformed rejection (BTRS) for n·p ≥ 10 and p ≤ ½.
 * Source: Hörmann (1993), The generation of binomial random variates.
 */
function byRejection(n: number, p: number, random: Random): number {
  const spread = Math.sqrt(n * p * (1 - p));
  const b = 1.15 + 2.53 * spread;
  const a = -0.0873 + 0.0248 * b + 0.01 * p;
  const centre = n * p + 0.5;
  const quick = 0.92 - 4.2 / b;
  const alpha = (2.83 + 5.1 / b) * spread;
  const mode = Math.floor((n + 1) * p);
  for (;;) {
    let v = random();
    const u = random() - 0.5;
    const us = 0.5 - Math.abs(u);
    const k = Math.floor(((2 * a) / us + b) * u + centre);
    if (us >= 0.07 && v <= quick) return k;
    if (k < 0 || k > n) continue;
    v = Math.log((v * alpha) / (a / (us * us) + b));
    const bound =
      (mode + 0.5) * Math.log((mode + 1) / ((p / (1 - p)) * (n - mode + 1))) +
      (n + 1) * Math.log((n - mode + 1) / (n - k + 1)) +
      (k + 0.5) * Math.log(((p / (1 - p)) * (n - k + 1)) / (k + 1)) +
      stirlingRest(mode) +
      stirlingRest(n - mode) -
      stirlingRest(k) -
      stirlingRest(n - k);
    if (v <= bound) return k;
  }
}

/** ln k! less Stirling's approximation (k + ½)·ln(k + 1) − (k + 1) + ½·ln 2π. */
function stirlingRest(k: number): number {
  const exact = STIRLING_REST[k];
  if (exact !== undefined) return exact;
  const square = (k + 1) * (k + 1);
  return (1 / 12 - (1 / 360 - 1 / 1260 / square) / square) / (k + 1);
}

/** For k = 0..9, where the series is not exact enough: computed from ln k!. */
const STIRLING_REST = Array.from({ length: 10 }, (_, k) => {
  let logFactorial = 0;
  for (let factor = 2; factor <= k; factor++) logFactorial += Math.log(factor);
  return logFactorial - ((k + 0.5) * Math.log(k + 1) - (k + 1) + Math.log(2 * Math.PI) / 2);
});
