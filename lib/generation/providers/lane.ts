/**
 * When calls with one key to one provider may start. All entrants of this process that share a key share its lane:
 * a 429 for one holds back the others too, and those of one model keep their distance.
 */
export type Lane = {
  /** The moment a call may start, which is then taken: the next one gets a later one. */
  takeStart: (nowMs: number, model: string, requestsPerMinute: number | null) => number;
  /** Nothing starts before this moment. */
  hold: (untilMs: number) => void;
  heldUntil: () => number;
};

const lanes = new Map<string, Lane>();

/** The lane of an account, the same one for the same name. */
export function laneOf(account: string): Lane {
  const known = lanes.get(account);
  if (known) return known;
  const lane = createLane();
  lanes.set(account, lane);
  return lane;
}

/** A lane on its own. */
export function createLane(): Lane {
  let held = 0;
  const nextStart = new Map<string, number>();
  return {
    takeStart: (nowMs, model, requestsPerMinute) => {
      if (requestsPerMinute === null) return Math.max(nowMs, held);
      const start = Math.max(nowMs, held, nextStart.get(model) ?? 0);
      nextStart.set(model, start + 60_000 / requestsPerMinute);
      return start;
    },
    hold: (untilMs) => {
      held = Math.max(held, untilMs);
    },
    heldUntil: () => held,
  };
}
