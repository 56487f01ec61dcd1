import { expect, test } from "vitest";
import { fitBradleyTerry } from "./bradley-terry";
import llmfao from "./fixtures/llmfao-cells.json";
import { type Tally, toPairCells } from "./tally";

/** LLMFAO: 8,931 crowd votes over 59 models, 39 % of them ties (CC BY 4.0), counted by pair. */
const tallies = llmfao.cells.flatMap((line, left): Tally[] =>
  line
    .split(" ")
    .filter(Boolean)
    .map((cell) => {
      const [right = 0, leftWins = 0, rightWins = 0, ties = 0] = cell.split(/[:,]/).map(Number);
      return { left, right, leftWins, rightWins, ties, bothBad: 0 };
    }),
);

test("the table counts every vote", () => {
  const cells = toPairCells(llmfao.entrants.length, tallies);
  expect(cells.reduce((sum, cell) => sum + cell.n, 0)).toBe(8931);
});

test("evalica's golden Bradley–Terry strengths, which sum to 1", () => {
  const size = llmfao.entrants.length;
  const { logits } = fitBradleyTerry(size, toPairCells(size, tallies));
  const powers = logits.map(Math.exp);
  const sum = powers.reduce((total, power) => total + power, 0);
  powers.forEach((power, index) => {
    // Golden values are printed with 16 digits.
    expect(Math.abs(power / sum - (llmfao.strengths[index] ?? 0))).toBeLessThan(1e-15);
  });
});
