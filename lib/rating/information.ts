import { sigmoid } from "./logistic";
import { addPair, type Matrix, zeroMatrix } from "./matrix";
import type { PairColumns } from "./pair-columns";

/**
 * The Bradley–Terry information H = Σ n·p·(1−p)·(e_a − e_b)(e_a − e_b)ᵀ at `logits`: the negative second
 * derivatives of the log-likelihood. Singular along 1; see `fixGauge`.
 */
export function informationOf({ size, a, b, n }: PairColumns, logits: Float64Array): Matrix {
  const information = zeroMatrix(size);
  for (let cell = 0; cell < a.length; cell++) {
    const votes = n[cell] ?? 0;
    if (votes === 0) continue;
    const first = a[cell] ?? 0;
    const second = b[cell] ?? 0;
    const gap = (logits[first] ?? 0) - (logits[second] ?? 0);
    addPair(information, first, second, votes * sigmoid(gap) * sigmoid(-gap));
  }
  return information;
}

/**
 * Adds (trace / count²)·11ᵀ in place to the block of the first `count` parameters, the strengths, and
 * returns that trace. The likelihood does not change when every strength moves alike, so its
 * information matrix has the null vector 1; gradient and scores are orthogonal to it. This makes the
 * matrix invertible and changes no step and no sandwich. The multiple keeps it well conditioned.
 */
export function fixGauge(information: Matrix, count = information.size): number {
  const { size, values } = information;
  let trace = 0;
  for (let index = 0; index < count; index++) trace += values[index * size + index] ?? 0;
  const weight = trace / (count * count);
  for (let row = 0; row < count; row++) {
    for (let column = 0; column < count; column++) {
      const index = row * size + column;
      values[index] = (values[index] ?? 0) + weight;
    }
  }
  return trace;
}
