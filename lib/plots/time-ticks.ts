const SECOND = 1000;
const MINUTE = 60 * SECOND;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;
/** On average; months and years are stepped by the calendar. */
const MONTH = 30.44 * DAY;
const YEAR = 365.25 * DAY;

/** Steps between ticks that people count in, and what of a time each must print. */
const STEPS = [
  ...[1, 2, 5, 10, 15, 30].map((seconds) => ({ ms: seconds * SECOND, prints: "second" as const })),
  ...[1, 2, 5, 10, 15, 30].map((minutes) => ({ ms: minutes * MINUTE, prints: "minute" as const })),
  ...[1, 2, 3, 6, 12].map((hours) => ({ ms: hours * HOUR, prints: "minute" as const })),
  ...[1, 2, 7, 14].map((days) => ({ ms: days * DAY, prints: "day" as const })),
];
const MONTH_STEPS = [1, 2, 3, 6, 12, 24, 60];

export type TimeTicks = {
  /** Milliseconds since 1970, ascending, all within the span. */
  at: number[];
  /** The finest part of a time that tells the ticks apart. */
  prints: "second" | "minute" | "day" | "month" | "year";
};

/** About `count` round moments (UTC) from `start` to `end`, in milliseconds since 1970. */
export function timeTicks(start: number, end: number, count: number): TimeTicks {
  const wanted = (end - start) / Math.max(1, count);
  const step = STEPS.find(({ ms }) => ms >= wanted);
  if (step) return { at: multiples(start, end, step.ms), prints: step.prints };
  const months =
    MONTH_STEPS.find((number) => number * MONTH >= wanted) ?? Math.ceil(wanted / YEAR) * 12;
  return { at: monthStarts(start, end, months), prints: months % 12 === 0 ? "year" : "month" };
}

function multiples(start: number, end: number, ms: number): number[] {
  const at: number[] = [];
  for (let time = Math.ceil(start / ms) * ms; time <= end; time += ms) at.push(time);
  return at;
}

/** Every so many months, counted from January of the first year. */
function monthStarts(start: number, end: number, months: number): number[] {
  const year = new Date(start).getUTCFullYear();
  const at: number[] = [];
  for (let month = 0; ; month += months) {
    const time = Date.UTC(year, month);
    if (time > end) return at;
    if (time >= start) at.push(time);
  }
}
