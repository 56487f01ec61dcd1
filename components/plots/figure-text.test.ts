import { expect, test } from "vitest";
import { cellText, correlationText, intervalText, tickText, timeTickText } from "./figure-text";

test("figures as people read them", () => {
  expect(cellText(null, "usd")).toBe("—");
  expect(cellText(1234.56, "rating")).toBe("1234.6");
  expect(cellText(0.8333, "share")).toBe("83.3\u00a0%");
  expect(cellText(0.0034, "usd")).toBe("$0.0034");
  expect(cellText(12_345.6, "count")).toBe("12,346");
  expect(cellText(12_345, "bytes")).toBe("12.3\u00a0kB");
  expect(cellText(0.0591, "score")).toBe("0.059");
  expect(cellText(true, "flag")).toBe("yes");
  expect(cellText("2026-11-20T12:03:04.000Z", "time")).toBe("20 Nov 2026, 12:03 UTC");
});

test("ticks as short as they can be", () => {
  expect([0.05, 0.2, 1, 25].map((value) => tickText(value, "usd"))).toEqual([
    "$0.05",
    "$0.2",
    "$1",
    "$25",
  ]);
  expect(tickText(12_000, "count")).toBe("12k");
  expect(tickText(250_000, "bytes")).toBe("250\u00a0kB");
  expect(tickText(1150, "rating")).toBe("1150");
});

test("correlations", () => {
  expect(correlationText(-0.8481)).toBe("−0.848");
  expect(intervalText({ estimate: 0.5, lower: null, upper: null, n: 3 })).toBe("0.500");
  expect(intervalText({ estimate: 0.9636, lower: 0.8712, upper: 0.9901, n: 12 })).toBe(
    "0.964 (0.87 to 0.99)",
  );
});

test("moments say what tells them apart, and where a day begins among hours", () => {
  const at = Date.parse("2026-11-20T00:00:00Z");
  expect(timeTickText(at, "minute")).toBe("20 Nov");
  expect(timeTickText(at + 3_600_000, "minute")).toBe("01:00");
  expect(timeTickText(at, "month")).toBe("Nov 2026");
});
