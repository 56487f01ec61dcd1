import { setFlagsFromString } from "node:v8";
import { runInNewContext } from "node:vm";

setFlagsFromString("--expose-gc");
const collectGarbage: unknown = runInNewContext("gc");

/** Collects garbage, so that the next measurement does not pay for the last one. */
export function settle(): void {
  if (typeof collectGarbage === "function") collectGarbage();
}

/** Median milliseconds of `work`, repeated for about `budgetMs`, at least `fewest` times, after one warm-up. */
export function medianMs(work: () => unknown, budgetMs = 400, fewest = 3): number {
  settle();
  work();
  const times: number[] = [];
  for (let spent = 0; times.length < fewest || spent < budgetMs; ) {
    const begun = performance.now();
    work();
    const elapsed = performance.now() - begun;
    times.push(elapsed);
    spent += elapsed;
  }
  return median(times);
}

export function median(values: number[]): number {
  const sorted = [...values].sort((x, y) => x - y);
  return sorted[Math.floor((sorted.length - 1) / 2)] ?? 0;
}

/** Resident memory of this process, MB. */
export function residentMb(): number {
  return process.memoryUsage.rss() / 1e6;
}
