import { expect, test } from "vitest";
import { METRIC_OF_BOARD } from "@/lib/plots/metric";
import type { PlotEntrant } from "@/lib/plots/plot-entrant";
import { toScatter } from "@/lib/plots/scatter";
import {
  battlesFinding,
  historyFinding,
  leftOutWords,
  rankFinding,
  scatterFinding,
  unmeasuredWords,
} from "./plot-words";

const entrant = (name: string, rating: number | null, cost: number | null): PlotEntrant => ({
  ...{ slug: name.toLowerCase(), name, rank: null, rating, lower: null, upper: null },
  metrics: { cost },
});

const costs = (...entrants: PlotEntrant[]) => toScatter(entrants, METRIC_OF_BOARD.cost);

test("a correlation with its interval, a true minus, and who is on the front", () => {
  const scatter = costs(
    ...[entrant("A", 1100, 0.01), entrant("B", 1000, 0.02), entrant("C", 1050, 0.3)],
    ...[entrant("D", 1200, 0.4), entrant("E", 900, 0.5)],
  );
  const finding = scatterFinding(scatter);
  expect(finding).toMatch(/^Pearson r = −?0\.\d{3} \(−0\.\d\d to 0\.\d\d\), Spearman ρ = /);
  expect(finding).toContain("5 entrants, 95 % intervals in brackets.");
  expect(finding).toMatch(/Nobody rates higher for less than A \(\$0\.01\) and D \(\$0\.40\)\.$/);
});

test("too few, all equal, and one that is best at the lowest price", () => {
  expect(scatterFinding(costs(entrant("A", 1000, 1)))).toBe(
    "1 entrant with both figures: too few for a correlation. A ($1.00) is best and cheapest at once.",
  );
  const equal = costs(entrant("A", 1100, 1), entrant("B", 1000, 1), entrant("C", 900, 1));
  expect(scatterFinding(equal)).toContain(
    "All 3 have the same cost per creation or the same rating",
  );
  const three = costs(entrant("A", 1100, 3), entrant("B", 1000, 1), entrant("C", 900, 2));
  expect(scatterFinding(three)).toContain(
    "r = 0.500, Spearman ρ = 0.500; 3 entrants; too few for intervals.",
  );
});

test("who is left out, in words", () => {
  const scatter = costs(entrant("A", null, 1), entrant("B", 1000, null), entrant("C", 900, 2));
  expect(leftOutWords(scatter)).toBe(
    "Left out: 1 not yet rated, 1 without a figure for cost per creation.",
  );
  expect(leftOutWords(costs(entrant("A", 1000, 1)))).toBe("");
  expect(unmeasuredWords([costs(entrant("A", null, 1))])).toContain("Nobody is rated yet");
  expect(unmeasuredWords([costs(entrant("A", 1000, null))])).toBe(
    "Of no rated entrant is anything known yet about cost per creation.",
  );
});

test("who leads and who moved most", () => {
  const level = (rating: number) => ({ rating, lower: rating, upper: rating });
  const time = { computedAt: "2026-11-20T12:00:00.000Z", throughSeq: 1, votes: 1, shift: 0 };
  const history = {
    ...{ anchors: ["a", "b"], times: [time, time] },
    lines: new Map([
      ["a", [level(1100), level(1110)]],
      ["b", [null, level(900)]],
      ["c", [level(950), level(920)]],
    ]),
  };
  const names = new Map([["a", "A"]]);
  expect(historyFinding(history, ["a", "b", "c"], names)).toBe(
    "A leads with 1110; c moved most, 30 points down",
  );
  expect(historyFinding(history, ["b"], names)).toBe("b leads with 900; nobody moved by a point");
  expect(historyFinding(history, [], names)).toBe("Nobody was rated yet");
});

test("who may be first, without those too rare to print", () => {
  const row = (name: string, share: number) => ({
    ...{ slug: name, name, counts: [], shares: [share, 1 - share], mean: 1 },
  });
  const rows = [row("A", 0.7), row("B", 0.298), row("C", 0.002)];
  expect(rankFinding({ kept: 500, ranks: 3, rows })).toBe(
    "First: A in 70\u00a0% and B in 30\u00a0% of the rounds.",
  );
  expect(rankFinding({ kept: 0, ranks: 0, rows: [] })).toMatch(/^No round connected everyone/);
});

test("how evenly battles are spread", () => {
  const bars = [
    { name: "A", battles: 1200 },
    { name: "B", battles: 3 },
  ];
  expect(battlesFinding(bars)).toBe("From 3 battles (B) to 1,200 (A).");
  expect(battlesFinding(bars.slice(0, 1))).toBe("Everyone was in 1,200 battles.");
  expect(battlesFinding([])).toBe("No battle was counted yet.");
});
