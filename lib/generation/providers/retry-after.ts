/** What a provider may ask for; a longer wait is cut to this. */
export const LONGEST_WAIT_MS = 10 * 60_000;

/**
 * The wait that an answer's headers ask for, in milliseconds: Retry-After as seconds or a date (RFC 9110 §10.2.3),
 * or retry-after-ms. Null when they ask for none or make no sense; at most ten minutes.
 */
export function retryAfterMs(
  headers: Readonly<Record<string, string>> | undefined,
  nowMs: number,
): number | null {
  const exact = Number.parseFloat(headers?.["retry-after-ms"] ?? "");
  if (exact >= 0) return Math.min(exact, LONGEST_WAIT_MS);
  const value = headers?.["retry-after"]?.trim();
  if (!value) return null;
  if (!/^\d|[a-z]/i.test(value)) return null;
  const wait = /^\d+(?:\.\d+)?$/.test(value) ? Number(value) * 1000 : Date.parse(value) - nowMs;
  return Number.isNaN(wait) ? null : Math.min(Math.max(wait, 0), LONGEST_WAIT_MS);
}
