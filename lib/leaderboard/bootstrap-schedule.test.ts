import { expect, test } from "vitest";
import { type BootstrapState, pickBootstrap } from "./bootstrap-schedule";

const NOW = new Date("2026-11-20T12:00:00Z");
const hoursAgo = (hours: number) => new Date(NOW.getTime() - hours * 3_600_000);

function state(board: string, votes: number, from: number | null, hours = 1): BootstrapState {
  return {
    ...{ board, votes, throughSeq: 2000, isRated: true },
    ...(from === null
      ? { bootstrapVotes: null, bootstrapSeq: null, bootstrapAt: null }
      : { bootstrapVotes: from, bootstrapSeq: 1000, bootstrapAt: hoursAgo(hours) }),
  };
}

const pick = (...states: BootstrapState[]) => pickBootstrap(states, NOW);

test("a board without a bootstrap comes first, where anyone is rated", () => {
  expect(pick(state("all", 5000, 100), state("b", 3, null), state("a", 3, null))).toBe("a");
  expect(pick({ ...state("all", 1, null), isRated: false })).toBeNull();
  expect(pick()).toBeNull();
});

test("fifty votes or a twentieth, whichever is more, and the stalest first", () => {
  expect(pick(state("all", 149, 100))).toBeNull();
  expect(pick(state("all", 150, 100))).toBe("all");
  expect(pick(state("all", 10_499, 10_000))).toBeNull();
  expect(pick(state("all", 10_500, 10_000))).toBe("all");
  expect(pick(state("a", 150, 100), state("b", 160, 100))).toBe("b");
});

test("votes that were excluded count as a change too", () => {
  expect(pick(state("all", 50, 100))).toBe("all");
});

test("a bootstrap that is ahead of the snapshot waits for the next one", () => {
  expect(pick({ ...state("all", 50, 100), throughSeq: 1000 })).toBeNull();
});

test("once a day for as long as any vote came", () => {
  expect(pick(state("all", 101, 100, 25))).toBe("all");
  expect(pick(state("all", 101, 100, 23))).toBeNull();
  expect(pick(state("all", 100, 100, 25))).toBeNull();
});
