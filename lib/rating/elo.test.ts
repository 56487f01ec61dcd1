import { expect, test } from "vitest";
import { ELO_STEPS, eloTicker } from "./elo";
import type { Outcome } from "./outcome";

test("an even battle moves both by half a step", () => {
  const ticker = eloTicker(4);
  ticker.add(0, 1, "left");
  expect(ticker.ratings()).toEqual([1002, 998]);
});

test("both-bad counts as a tie, and a tie between equals moves nobody", () => {
  const ticker = eloTicker(8);
  ticker.add(1, 0, "both_bad");
  ticker.add(0, 1, "tie");
  expect(ticker.ratings()).toEqual([1000, 1000]);
});

/**
 * The arithmetic of FastChat's compute_elo (rating_systems.py@2bdb2e0, k and 1000 its arguments) run in
 * CPython 3.11 on the sequence below.
 */
const FASTCHAT = {
  4: [
    994.6679244580521, 1003.3087986053155, 996.4745814933567, 993.5233875501686, 1012.0253078931073,
  ],
  8: [
    998.1327942630379, 1002.4610004518084, 993.1668372827539, 991.2617976036358, 1014.9775703987639,
  ],
};

test.each(ELO_STEPS)("FastChat's compute_elo on a fixed sequence, k = %i", (k) => {
  const ticker = eloTicker(k);
  const outcomes: Outcome[] = ["left", "right", "tie", "both_bad"];
  for (let vote = 0; vote < 1000; vote++) {
    const left = vote % 5;
    const right = (left + 1 + (Math.floor(vote / 5) % 4)) % 5;
    ticker.add(left, right, outcomes[(vote * vote + (vote % 7)) % 4] ?? "tie");
  }
  ticker.ratings().forEach((rating, index) => {
    expect(Math.abs(rating - (FASTCHAT[k][index] ?? 0))).toBeLessThan(1e-9);
  });
});

test("resumes from stored ratings as if it had never stopped", () => {
  const whole = eloTicker(4);
  const first = eloTicker(4);
  for (const ticker of [whole, first]) ticker.add(0, 1, "left");
  const second = eloTicker(4, first.ratings());
  for (const ticker of [whole, second]) ticker.add(2, 0, "left");
  expect(second.ratings()).toStrictEqual(whole.ratings());
  expect(second.ratings()).toHaveLength(3);
});
