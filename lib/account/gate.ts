export type Gate = {
  /** Runs `work` when its turn comes; null, at once, when too many wait already. */
  run: <Result>(work: () => Promise<Result>) => Promise<Result | null>;
};

/** Lets so many pieces of work run at once and so many more wait, first come first served. */
export function createGate(limits: { atOnce: number; waiting: number }): Gate {
  const queue: (() => void)[] = [];
  let running = 0;
  return {
    async run(work) {
      if (running < limits.atOnce) running += 1;
      else if (queue.length >= limits.waiting) return null;
      // Whoever ends hands the place on, so the count stays.
      else await new Promise<void>((resolve) => queue.push(resolve));
      try {
        return await work();
      } finally {
        const next = queue.shift();
        if (next) next();
        else running -= 1;
      }
    },
  };
}
