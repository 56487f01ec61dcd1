/** σ(x) = 1/(1 + e^−x), without overflow for any finite x. */
export function sigmoid(x: number): number {
  if (x >= 0) return 1 / (1 + Math.exp(-x));
  const power = Math.exp(x);
  return power / (1 + power);
}

/**
 * ln(1 + eˣ) = −ln σ(−x). Written so that it neither overflows nor becomes ln 0, which ln(1 − p)
 * does as soon as p rounds to 1 (from about 36.7 logits on).
 */
export function softplus(x: number): number {
  return Math.max(x, 0) + Math.log1p(Math.exp(-Math.abs(x)));
}
