import { describe, expect, test } from "vitest";
import { parseRankArguments, UsageError } from "./rank-arguments";

const parse = (line: string) => parseRankArguments(line.split(" ").filter((word) => word !== ""));

test("without options: the server's own settings", () => {
  expect(parse("votes.csv")).toEqual({
    ...{ file: "votes.csv", json: false, board: "all", method: "bt", intervals: null },
    ...{ rounds: 1000, seed: 0, inflationFrom: null },
  });
});

test("a pipe is named - or not at all", () => {
  expect(parse("")?.file).toBeNull();
  expect(parse("-")?.file).toBeNull();
});

test("every option", () => {
  const line =
    "--json --board text-to-3d/chairs --intervals clustered --inflation-from old.csv --seed 7 a";
  expect(parse(line)).toEqual({
    ...{ file: "a", json: true, board: "text-to-3d/chairs", method: "bt", intervals: "clustered" },
    ...{ rounds: 1000, seed: 7, inflationFrom: "old.csv" },
  });
  expect(parse("--method davidson a")).toMatchObject({ method: "davidson", intervals: null });
  expect(parse("--help --seed nonsense")).toBeNull();
});

test("--bootstrap asks for bootstrap intervals", () => {
  expect(parse("--bootstrap 50 a")).toMatchObject({ intervals: "bootstrap", rounds: 50 });
  expect(parse("--intervals bootstrap a")).toMatchObject({ intervals: "bootstrap", rounds: 1000 });
});

describe("what makes no sense", () => {
  test.each([
    ["--nonsense a", "--nonsense"],
    ["a b", "one file"],
    ["--seed -1 a", "--seed"],
    ["--seed=1.5 a", "--seed must be a whole number from 0 to 4294967295."],
    ["--bootstrap 0 a", "--bootstrap must be a whole number from 1 to 1000000."],
    ["--method glicko a", "--method must be bt, davidson, elo."],
    ["--intervals wide a", "--intervals must be clustered, plain, bootstrap."],
    ["--board a/b/c x", "--board"],
    ["--board all/b x", "--board"],
    ["--board= x", "--board"],
    ["--bootstrap 5 --intervals plain a", "--bootstrap does not go with --intervals plain."],
    ["--method davidson --intervals clustered a", "plain intervals only"],
    ["--method elo --intervals plain a", "no intervals"],
    ["--intervals plain --inflation-from b a", "--inflation-from goes with clustered"],
    ["--method elo --inflation-from b a", "--inflation-from goes with clustered"],
    ["--inflation-from - a", "must name a file"],
  ])("%s", (line, message) => {
    expect(() => parse(line)).toThrow(UsageError);
    expect(() => parse(line)).toThrow(message);
  });
});
