import { expect, test } from "vitest";
import { timeTicks } from "./time-ticks";

const ticksOf = (from: string, to: string, count: number) => {
  const { at, prints } = timeTicks(Date.parse(from), Date.parse(to), count);
  return { at: at.map((time) => new Date(time).toISOString().replace(":00.000Z", "")), prints };
};

test("round minutes within an hour", () => {
  expect(ticksOf("2026-11-20T12:03:20Z", "2026-11-20T12:41:00Z", 4)).toEqual({
    at: ["2026-11-20T12:10", "2026-11-20T12:20", "2026-11-20T12:30", "2026-11-20T12:40"],
    prints: "minute",
  });
});

test("days within a month, by UTC", () => {
  const { at, prints } = ticksOf("2026-11-01T05:00:00Z", "2026-11-09T05:00:00Z", 4);
  expect(prints).toBe("day");
  expect(at).toEqual(
    ["2026-11-03", "2026-11-05", "2026-11-07", "2026-11-09"].map((day) => `${day}T00:00`),
  );
});

test("months and years begin with their first day, whatever their length", () => {
  expect(ticksOf("2026-01-15T00:00:00Z", "2026-12-24T00:00:00Z", 4)).toEqual({
    at: ["2026-04-01T00:00", "2026-07-01T00:00", "2026-10-01T00:00"],
    prints: "month",
  });
  const years = ticksOf("2020-06-01T00:00:00Z", "2026-06-01T00:00:00Z", 6);
  expect(years.prints).toBe("year");
  expect(years.at[0]).toBe("2021-01-01T00:00");
  expect(years.at).toHaveLength(6);
});

test("a span too short for a round moment has none, and no span ends no loop", () => {
  const now = Date.parse("2026-11-20T12:00:00.300Z");
  expect(timeTicks(now, now + 200, 4).at).toEqual([]);
  expect(timeTicks(now, now, 4).at).toEqual([]);
});
