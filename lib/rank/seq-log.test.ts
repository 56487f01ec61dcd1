import fc from "fast-check";
import { expect, test } from "vitest";
import { createSeqLog } from "./seq-log";

function visited(votes: readonly { seq: number; cell: number }[]): number[] {
  const log = createSeqLog();
  for (const { seq, cell } of votes) log.add(seq, cell);
  const cells: number[] = [];
  log.visitInOrder((cell) => cells.push(cell));
  return cells;
}

test("visits by seq, and votes of the same seq as they came", () => {
  const seqs = fc.array(fc.oneof(fc.nat(5), fc.integer({ min: 2 ** 40, max: 2 ** 41 })));
  fc.assert(
    fc.property(seqs, (list) => {
      const votes = list.map((seq, cell) => ({ seq, cell }));
      const expected = votes.toSorted((x, y) => x.seq - y.seq).map(({ cell }) => cell);
      expect(visited(votes)).toEqual(expected);
    }),
  );
});

test("more votes than one chunk", () => {
  const votes = Array.from({ length: 150_000 }, (_, cell) => ({ seq: 0, cell }));
  expect(visited(votes)).toEqual(votes.map(({ cell }) => cell));
});
