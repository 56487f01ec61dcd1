import { expect, test } from "vitest";
import { retryAfterMs } from "@/lib/generation/providers/retry-after";

const NOW = Date.parse("2026-11-20T12:00:00Z");

test.each([
  [{ "retry-after": "7" }, 7000],
  [{ "retry-after": "90" }, 90_000],
  [{ "retry-after": "3600" }, 600_000],
  [{ "retry-after": "Fri, 20 Nov 2026 12:02:00 GMT" }, 120_000],
  [{ "retry-after": "Fri, 20 Nov 2026 11:00:00 GMT" }, 0],
  [{ "retry-after": "soon" }, null],
  [{ "retry-after": "-5" }, null],
  [{ "retry-after-ms": "250", "retry-after": "1" }, 250],
  [{}, null],
  [undefined, null],
])("%j is a wait of %j ms", (headers, wait) => {
  expect(retryAfterMs(headers, NOW)).toBe(wait);
});
