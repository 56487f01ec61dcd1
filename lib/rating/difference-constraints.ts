/** x_to ≤ x_from + weight. */
export type DifferenceConstraint = { from: number; to: number; weight: number };

/**
 * Whether numbers x_0..x_size−1 satisfy every constraint: exactly when no cycle of them has a negative
 * sum (Bellman–Ford). Decides whether a likelihood with one parameter more than Bradley–Terry can grow
 * for ever along some direction.
 * Source: Cormen, Leiserson, Rivest and Stein, Introduction to Algorithms, section 22.4.
 */
export function isFeasible(size: number, constraints: readonly DifferenceConstraint[]): boolean {
  const distance = new Float64Array(size);
  for (let round = 0; round <= size; round++) {
    let changed = false;
    for (const { from, to, weight } of constraints) {
      const through = (distance[from] ?? 0) + weight;
      if (through >= (distance[to] ?? 0)) continue;
      distance[to] = through;
      changed = true;
    }
    if (!changed) return true;
  }
  return false;
}
