import { expect, test } from "vitest";
import { toPlotCsv } from "./plot-csv";

const columns = [
  { name: "entrant", title: "Slug", kind: "text" as const },
  { name: "rating", title: "Rating", kind: "rating" as const },
];

test("every digit of a number, nothing for null, words for yes and no", () => {
  const csv = toPlotCsv({
    columns,
    rows: [
      ["a", 1000.1234567890123],
      ["b", null],
      ["c", true],
    ],
  });
  expect(csv).toBe("entrant,rating\na,1000.1234567890123\nb,\nc,true\n");
});

test("quotes what needs it, and disarms formulas, not negative numbers", () => {
  const csv = toPlotCsv({
    columns,
    rows: [
      ['say "hi", twice', -1.5],
      ["=1+1", 0],
      ["two\nlines", 0],
    ],
  });
  expect(csv).toBe(`entrant,rating\n"say ""hi"", twice",-1.5\n'=1+1,0\n"two\nlines",0\n`);
});
