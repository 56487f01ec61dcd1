import { expect, test } from "vitest";
import { chooseLines } from "./choose-lines";

const entrants = ["a", "b", "c", "d", "e"].map((slug) => ({ slug }));
const history = {
  ...{ anchors: [], times: [] },
  lines: new Map(["a", "b", "c", "d"].map((slug) => [slug, []])),
};
const choose = (...wanted: string[]) =>
  chooseLines(entrants, history, { wanted, usual: 2, most: 3 });

test("the first of the board when nobody is asked for", () => {
  expect(choose()).toEqual(["a", "b"]);
});

test("those asked for in the board's order, as many as can be told apart", () => {
  expect(choose("d", "b")).toEqual(["b", "d"]);
  expect(choose("a", "b", "c", "d")).toEqual(["a", "b", "c"]);
});

test("unknown and never rated entrants are as if they were not asked for", () => {
  expect(choose("e", "nobody")).toEqual(["a", "b"]);
  expect(choose("e", "c")).toEqual(["c"]);
});
