import { ticks } from "d3-array";

/** From values to pixels along one axis. */
export type Scale = {
  kind: "linear" | "log";
  domain: readonly [number, number];
  /** Round values inside the domain, ascending. */
  ticks: number[];
  /** Not clamped: what lies outside the domain lies outside the axis. */
  toPixel: (value: number) => number;
};

/** Spread above which a linear axis would press most values against one end. */
const LOG_SPREAD = 20;

/** Share of an axis that stays free beyond the outermost values, at each end. */
const ROOM = 0.06;

export type ScaleInput = {
  values: readonly number[];
  /** Pixels of the domain's two ends; descending for an axis that points up. */
  range: readonly [number, number];
  /** About so many ticks. */
  count: number;
};

/** Where values lie: a logarithmic axis when they are all above zero and spread more than 20-fold, else a linear one. */
export function numberScale(input: ScaleInput): Scale {
  const low = Math.min(...input.values);
  const high = Math.max(...input.values);
  return low > 0 && high / low > LOG_SPREAD ? logScale(input) : linearScale(input);
}

/**
 * A linear axis with some room at both ends, which does not run below zero where no value does. A lone value
 * stands in the middle.
 */
export function linearScale({ values, range, count }: ScaleInput): Scale {
  const low = values.length > 0 ? Math.min(...values) : 0;
  const high = values.length > 0 ? Math.max(...values) : 1;
  const room = high > low ? (high - low) * ROOM : Math.max(Math.abs(high) * 0.1, 1e-3);
  const domain = [low >= 0 ? Math.max(0, low - room) : low - room, high + room] as const;
  return {
    kind: "linear",
    domain,
    ticks: ticks(domain[0], domain[1], count),
    toPixel: interpolate(domain, range),
  };
}

function logScale({ values, range, count }: ScaleInput): Scale {
  const logs = values.map(Math.log10);
  const [low, high] = [Math.min(...logs), Math.max(...logs)];
  const room = (high - low) * ROOM;
  const domain = [10 ** (low - room), 10 ** (high + room)] as const;
  const position = interpolate([low - room, high + room], range);
  return {
    kind: "log",
    domain,
    ticks: logTicks(domain, count),
    toPixel: (value) => position(Math.log10(value)),
  };
}

/** 1, 2 and 5 of every decade where there is room for them, else 1 and 3, else decades. */
function logTicks([low, high]: readonly [number, number], count: number): number[] {
  const decades: number[] = [];
  for (let power = Math.floor(Math.log10(low)); 10 ** power <= high; power++) decades.push(power);
  const inside = (digits: readonly number[]) =>
    decades
      // Not digit · 10 ** power: 3 · 10 ** −2 would be 0.03 and a hair.
      .flatMap((power) => digits.map((digit) => Number(`${digit}e${power}`)))
      .filter((value) => value >= low && value <= high);
  const finest = inside([1, 2, 5]);
  if (finest.length <= count + 1) return finest;
  const coarser = inside([1, 3]);
  return coarser.length <= count + 1 ? coarser : inside([1]);
}

function interpolate(
  [low, high]: readonly [number, number],
  [from, to]: readonly [number, number],
): (value: number) => number {
  return (value) => from + ((value - low) / (high - low)) * (to - from);
}
