import type { CallFailure } from "@/lib/generation/providers/call-error";
import type { Lane } from "@/lib/generation/providers/lane";
import type { AskOptions } from "@/lib/generation/providers/model-call";
import { ProviderError } from "@/lib/generation/providers/provider-error";
import { LONGEST_WAIT_MS, retryAfterMs } from "@/lib/generation/providers/retry-after";
import type { Random } from "@/lib/random";

/** Time and chance, so that tests have their own. */
export type Clock = {
  now: () => number;
  /** Rejects with the signal's reason when it aborts. */
  sleep: (ms: number, signal?: AbortSignal) => Promise<void>;
  random: Random;
};

export type Patience = {
  /** Calls in all, the first one included. */
  tries: number;
  /** A timeout was as long as a whole answer: fewer of those. */
  timeouts: number;
  baseMs: number;
};

export const PATIENCE: Patience = { tries: 6, timeouts: 3, baseMs: 2000 };
const LONGEST_BACKOFF_MS = 60_000;

export type Persistence = {
  /** Who is asked, for messages. */
  name: string;
  lane: Lane;
  model: string;
  requestsPerMinute: number | null;
  clock: Clock;
  patience: Patience;
};

export type Answered<T> = { value: T; seconds: number; retries: number };

/**
 * Calls until there is an answer: waits for its turn in the lane, and after a failure that may pass for what the
 * provider asked, or min(60 s, base·2ⁿ) of which half is chance, so that callers do not come back at once.
 * `call` answers or says why not. Throws a ProviderError when tries run out or asking again is no use.
 */
export async function callPersistently<T>(
  call: () => Promise<{ value: T } | { failure: CallFailure }>,
  persistence: Persistence,
  { signal, onRetry }: AskOptions = {},
): Promise<Answered<T>> {
  const { name, lane, clock, patience } = persistence;
  let timeouts = 0;
  for (let retries = 0; ; retries++) {
    await waitForTurn(persistence, signal);
    const started = clock.now();
    const result = await call();
    if ("value" in result)
      return { value: result.value, seconds: (clock.now() - started) / 1000, retries };
    signal?.throwIfAborted();
    const { failure } = result;
    if (failure.code === "timeout") timeouts++;
    const isOver = retries + 1 >= patience.tries || timeouts >= patience.timeouts;
    if (!failure.isRetryable || isOver) throw toProviderError(name, failure, retries);
    const asked = retryAfterMs(failure.headers, clock.now());
    const wait = asked ?? backoffMs(retries, patience.baseMs, clock.random);
    if (failure.code === "rate_limited") lane.hold(clock.now() + wait);
    onRetry?.({ reason: describe(failure), waitSeconds: wait / 1000, retries: retries + 1 });
    // A little chance on top of what was asked: others were told the same moment.
    await clock.sleep(wait + (asked === null ? 0 : clock.random() * patience.baseMs * 0.1), signal);
  }
}

async function waitForTurn(
  { lane, clock, model, requestsPerMinute }: Persistence,
  signal: AbortSignal | undefined,
): Promise<void> {
  signal?.throwIfAborted();
  const start = lane.takeStart(clock.now(), model, requestsPerMinute);
  if (start > clock.now()) await clock.sleep(start - clock.now(), signal);
  // Another call may have been told to wait while this one slept.
  for (let held = lane.heldUntil(); held > clock.now(); held = lane.heldUntil())
    await clock.sleep(Math.min(held - clock.now(), LONGEST_WAIT_MS), signal);
}

function backoffMs(retries: number, baseMs: number, random: Random): number {
  const whole = Math.min(LONGEST_BACKOFF_MS, baseMs * 2 ** retries);
  return whole / 2 + (random() * whole) / 2;
}

function describe({ statusCode, message }: CallFailure): string {
  return statusCode === null ? message : `${statusCode} ${message}`.trim();
}

function toProviderError(name: string, failure: CallFailure, retries: number): ProviderError {
  const times = retries > 0 ? ` after ${retries + 1} tries` : "";
  const { code, statusCode } = failure;
  return new ProviderError(code, `${name} gave no answer${times}: ${describe(failure)}`, {
    statusCode,
    retries,
  });
}
