import fc from "fast-check";
import { expect, test } from "vitest";
import { fitBradleyTerry } from "./bradley-terry";
import { findRated } from "./connectivity";
import { anyTallies } from "./fixtures/arbitraries";
import { pairColumns } from "./pair-columns";
import { refitPairs } from "./refit";
import { restrictCells, toPairCells } from "./tally";

test("finds the maximum of the full fit, from near and from far", () => {
  fc.assert(
    fc.property(anyTallies, fc.double({ min: -4, max: 4, noNaN: true }), (world, slope) => {
      const all = toPairCells(world.size, world.tallies);
      const { rated } = findRated(world.size, all);
      const size = rated.length;
      fc.pre(size > 0);
      const cells = restrictCells(all, rated);
      const { logits } = fitBradleyTerry(size, cells);
      const start = logits.map((logit, index) => logit + slope * index);
      const refitted = refitPairs(pairColumns(size, cells), start);
      refitted.forEach((logit, index) => {
        expect(Math.abs(logit - (logits[index] ?? 0))).toBeLessThan(1e-8);
      });
    }),
    { numRuns: 500 },
  );
});
