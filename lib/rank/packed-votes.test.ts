import fc from "fast-check";
import { expect, test } from "vitest";
import { createPackedVotes } from "./packed-votes";

type Vote = [voter: number, prompt: number, cell: number];

function sortedBack(votes: readonly Vote[]): Vote[] {
  const packed = createPackedVotes();
  for (const vote of votes) packed.add(...vote);
  const seen: Vote[] = [];
  packed.forEachByVoter((...vote) => seen.push(vote));
  return seen;
}

test("gives every vote back, voter by voter, within one in order of arrival", () => {
  const vote = fc.tuple(
    fc.oneof(fc.nat(3), fc.nat(40_000)),
    fc.oneof(fc.nat(300), fc.nat(2 ** 32 - 1)),
    fc.oneof(fc.nat(300), fc.nat(2 ** 32 - 1)),
  );
  fc.assert(
    fc.property(fc.array(vote), (votes) => {
      expect(sortedBack(votes)).toEqual(votes.toSorted((x, y) => x[0] - y[0]));
    }),
  );
});

test.each([
  ["many voters of a few votes", 100_003],
  ["a few voters of very many votes", 3],
  ["one voter", 1],
])("several batches: %s", (_, voters) => {
  const votes = Array.from(
    { length: 600_000 },
    (_, index): Vote => [(index * 7919) % voters, index, index % 39_600],
  );
  const seen = sortedBack(votes);
  const expected = votes.toSorted((x, y) => x[0] - y[0]);
  expect(seen.length).toBe(votes.length);
  const differs = ([voter, prompt, cell]: Vote, index: number) =>
    voter !== expected[index]?.[0] || prompt !== expected[index][1] || cell !== expected[index][2];
  expect(seen.findIndex(differs)).toBe(-1);
});
