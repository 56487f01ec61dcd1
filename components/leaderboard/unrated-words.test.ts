import { expect, it } from "vitest";
import { unratedWords } from "./unrated-words";

const amongRated = { isAnyoneRated: true };

it("counts the votes up to the firm mark, and names the result that must be among them", () => {
  expect(unratedWords({ reason: "undefeated", battles: 12 }, amongRated).missing).toBe(
    "88 more votes, among them a loss or a tie against a rated entrant.",
  );
  expect(unratedWords({ reason: "winless", battles: 1 }, amongRated).missing).toBe(
    "99 more votes, among them a win or a tie against a rated entrant.",
  );
  expect(unratedWords({ reason: "no_votes", battles: 0 }, amongRated).missing).toBe(
    "100 votes, among them a tie, or a win and a loss, against rated entrants.",
  );
});

it("asks for no more votes where their kind alone is missing", () => {
  for (const battles of [99, 100, 4_000])
    expect(unratedWords({ reason: "undefeated", battles }, amongRated).missing).toBe(
      "Only a loss or a tie against a rated entrant.",
    );
});

it("speaks of no rated entrants while there are none", () => {
  for (const reason of ["no_votes", "undefeated", "winless", "disconnected"] as const) {
    const { why, missing } = unratedWords({ reason, battles: 5 }, { isAnyoneRated: false });
    expect(`${why} ${missing}`).not.toMatch(/ rated/);
  }
});
