/**
 * Moves labels along one line apart until neighbours keep `gap` (pixels between centres), each as little as
 * possible (least squares), and all within `range` while there is room for them. Positions come back in the
 * order they were given.
 */
export function spreadLabels(
  positions: readonly number[],
  { gap, range }: { gap: number; range: readonly [number, number] },
): number[] {
  const order = positions.map((_, index) => index);
  order.sort((i, j) => (positions[i] ?? 0) - (positions[j] ?? 0) || i - j);
  // With the gaps taken out, "keep the gap" becomes "do not overtake": pooled neighbours share their mean.
  const pools: { sum: number; size: number }[] = [];
  order.forEach((index, place) => {
    let pool = { sum: (positions[index] ?? 0) - place * gap, size: 1 };
    for (
      let last = pools.at(-1);
      last && last.sum / last.size > pool.sum / pool.size;
      last = pools.at(-1)
    ) {
      pools.pop();
      pool = { sum: last.sum + pool.sum, size: last.size + pool.size };
    }
    pools.push(pool);
  });
  const [low, high] = range;
  const highest = Math.max(low, high - (positions.length - 1) * gap);
  const spread = new Array<number>(positions.length).fill(0);
  let place = 0;
  for (const { sum, size } of pools) {
    const start = Math.min(Math.max(sum / size, low), highest);
    for (let member = 0; member < size; member++, place++) {
      spread[order[place] ?? 0] = start + place * gap;
    }
  }
  return spread;
}
