import fc from "fast-check";
import { expect, test } from "vitest";
import { createVoteCounter } from "./vote-counts";

const vote = fc
  .record({ left: fc.nat(60), step: fc.integer({ min: 1, max: 60 }), outcome: fc.nat(3) })
  .map(({ left, step, outcome }) => ({ left, right: (left + step) % 61, outcome }));

test("tallies are the votes, by ordered pair", () => {
  fc.assert(
    fc.property(fc.array(vote, { maxLength: 400 }), (votes) => {
      const counter = createVoteCounter();
      const expected = new Map<string, number[]>();
      for (const { left, right, outcome } of votes) {
        const cell = counter.add(left, right, outcome);
        expect([counter.leftOf(cell), counter.rightOf(cell), cell & 3]).toEqual([
          ...[left, right, outcome],
        ]);
        const counts = expected.get(`${left} ${right}`) ?? [0, 0, 0, 0];
        counts[outcome] = (counts[outcome] ?? 0) + 1;
        expected.set(`${left} ${right}`, counts);
      }
      expect(
        counter
          .tallies()
          .map(({ left, right, leftWins, rightWins, ties, bothBad }) => [
            `${left} ${right}`,
            [leftWins, rightWins, ties, bothBad],
          ]),
      ).toEqual([...expected]);
    }),
  );
});
