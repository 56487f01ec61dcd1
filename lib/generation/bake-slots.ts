/** A number that nobody else holds until it is given back. */
export type Slot = { number: number; release: () => void };

export type BakeSlots = { acquire: (signal?: AbortSignal) => Promise<Slot> };

/**
 * Numbers 0 to count - 1, handed out first come, first served. Models answer in minutes and Blender works in
 * seconds, so many creations share the few bakes that the machine's cores can carry; bakes at the same time
 * need different slots (see sandbox-command.ts).
 */
export function createBakeSlots(count: number): BakeSlots {
  const free = Array.from({ length: count }, (_, number) => number);
  const waiting: ((number: number) => void)[] = [];
  const giveBack = (number: number) => {
    const next = waiting.shift();
    if (next) next(number);
    else free.push(number);
  };
  const take = (signal?: AbortSignal) => {
    const number = free.shift();
    if (number !== undefined) return Promise.resolve(number);
    return new Promise<number>((resolve, reject) => {
      const stop = () => {
        waiting.splice(waiting.indexOf(receive), 1);
        reject(signal?.reason);
      };
      const receive = (given: number) => {
        signal?.removeEventListener("abort", stop);
        resolve(given);
      };
      waiting.push(receive);
      signal?.addEventListener("abort", stop, { once: true });
    });
  };
  return {
    async acquire(signal) {
      signal?.throwIfAborted();
      const number = await take(signal);
      let isHeld = true;
      const release = () => {
        if (isHeld) giveBack(number);
        isHeld = false;
      };
      return { number, release };
    },
  };
}
