import { expect, test } from "vitest";
import type { CallFailure } from "@/lib/generation/providers/call-error";
import { createLane } from "@/lib/generation/providers/lane";
import {
  callPersistently,
  PATIENCE,
  type Persistence,
} from "@/lib/generation/providers/persistence";
import { seededRandom } from "@/lib/random";

/** A clock that only sleeping moves. */
function setUp(overrides: Partial<Persistence> = {}) {
  const slept: number[] = [];
  let now = 1_000_000;
  const persistence: Persistence = {
    ...{ name: "test", lane: createLane(), model: "m", requestsPerMinute: null },
    patience: PATIENCE,
    clock: {
      now: () => now,
      sleep: async (ms) => {
        slept.push(ms);
        now += ms;
      },
      random: seededRandom(1),
    },
    ...overrides,
  };
  return { persistence, slept, nowOf: () => now };
}

const failure = (fields: Partial<CallFailure> = {}): { failure: CallFailure } => ({
  failure: {
    ...{ code: "unavailable", isRetryable: true, statusCode: 500, message: "oops" },
    headers: undefined,
    ...fields,
  },
});

test("waits grow twofold, each half of them chance, never beyond a minute", async () => {
  const { persistence, slept } = setUp({ patience: { tries: 9, timeouts: 3, baseMs: 2000 } });
  await expect(callPersistently(async () => failure(), persistence)).rejects.toThrow(
    "test gave no answer after 9 tries: 500 oops",
  );
  expect(slept).toHaveLength(8);
  slept.forEach((ms, n) => {
    const whole = Math.min(60_000, 2000 * 2 ** n);
    expect(ms).toBeGreaterThanOrEqual(whole / 2);
    expect(ms).toBeLessThanOrEqual(whole);
  });
});

test("a wait of minutes is honoured, one of an hour for ten minutes", async () => {
  const { persistence, slept } = setUp();
  const said = ["300", "3600"].map((wait) =>
    failure({ code: "rate_limited", statusCode: 429, headers: { "retry-after": wait } }),
  );
  const { retries } = await callPersistently(
    async () => said.shift() ?? { value: "x" },
    persistence,
  );
  expect(retries).toBe(2);
  expect(slept[0]).toBeGreaterThanOrEqual(300_000);
  expect(slept[0]).toBeLessThan(301_000);
  expect(slept[1]).toBeGreaterThanOrEqual(600_000);
  expect(slept[1]).toBeLessThan(601_000);
});

test("a call that comes while the lane is held waits, one on another lane does not", async () => {
  const { persistence, slept, nowOf } = setUp();
  persistence.lane.hold(nowOf() + 5000);
  await callPersistently(async () => ({ value: 1 }), { ...persistence, lane: createLane() });
  expect(slept).toEqual([]);
  await callPersistently(async () => ({ value: 1 }), persistence);
  expect(slept).toEqual([5000]);
});

test("calls keep the distance that a model asks for", async () => {
  const { persistence, slept } = setUp({ requestsPerMinute: 20 });
  const call = () => callPersistently(async () => ({ value: 1 }), persistence);
  await call();
  await call();
  await callPersistently(async () => ({ value: 1 }), { ...persistence, model: "other" });
  expect(slept).toEqual([3000]);
});

test("an answer ends it, with its own time", async () => {
  const { persistence } = setUp();
  const said = [failure(), { value: "x" }];
  const answer = await callPersistently(async () => said.shift() ?? failure(), persistence);
  expect(answer).toEqual({ value: "x", seconds: 0, retries: 1 });
});
