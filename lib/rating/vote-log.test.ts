import fc from "fast-check";
import { expect, test } from "vitest";
import type { ClusteredVote } from "./clustered";
import type { Outcome } from "./outcome";
import { createVoteLog } from "./vote-log";

const outcomes: Outcome[] = ["left", "right", "tie", "both_bad"];
const votes: fc.Arbitrary<ClusteredVote[]> = fc.array(
  fc.record({
    voter: fc.nat(20),
    prompt: fc.nat(2 ** 31 - 1),
    left: fc.nat(2 ** 15 - 1),
    right: fc.nat(2 ** 15 - 1),
    outcome: fc.constantFrom(...outcomes),
  }),
);

test("gives every vote back, voter by voter, within one in order of arrival", () => {
  fc.assert(
    fc.property(votes, (list) => {
      const log = createVoteLog();
      for (const vote of list) log.add(vote);
      const seen: ClusteredVote[] = [];
      log.forEachByVoter((vote) => seen.push(vote));
      expect(seen).toEqual(list.toSorted((x, y) => x.voter - y.voter));
      expect(log.count()).toBe(list.length);
    }),
  );
});

test("holds more than one chunk", () => {
  const log = createVoteLog();
  for (let index = 0; index < 150_000; index++) {
    log.add({ voter: index % 3, prompt: index, left: 0, right: 1, outcome: "tie" });
  }
  let [ascending, count, previous] = [true, 0, -1];
  log.forEachByVoter(({ voter, prompt }) => {
    const place = voter * 1e6 + prompt;
    ascending &&= place > previous;
    previous = place;
    count++;
  });
  expect([ascending, count]).toEqual([true, 150_000]);
});

test.each([{ voter: -1 }, { voter: 0.5 }, { prompt: 2 ** 32 }, { left: 2 ** 15 }])(
  "refuses what does not fit: %o",
  (odd) => {
    const vote = { voter: 0, prompt: 0, left: 0, right: 1, outcome: "left" } as const;
    expect(() => createVoteLog().add({ ...vote, ...odd })).toThrow(RangeError);
  },
);
