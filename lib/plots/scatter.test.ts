import { expect, test } from "vitest";
import { METRIC_OF_BOARD } from "./metric";
import type { PlotEntrant } from "./plot-entrant";
import { toScatter } from "./scatter";

const entrant = (slug: string, rating: number | null, cost: number | null): PlotEntrant => ({
  ...{ slug, name: slug.toUpperCase(), rank: rating === null ? null : 1 },
  ...{ rating, lower: null, upper: null, metrics: { cost, executability: 0.5 } },
});

test("who lacks a figure is left out and counted by reason, never put at zero", () => {
  const scatter = toScatter(
    [entrant("a", 1100, 2), entrant("b", null, 1), entrant("c", 900, null), entrant("d", 1000, 1)],
    METRIC_OF_BOARD.cost,
  );
  expect(scatter.points.map(({ slug, x }) => [slug, x])).toEqual([
    ["a", 2],
    ["d", 1],
  ]);
  expect(scatter).toMatchObject({ unrated: 1, unmeasured: 1, front: ["d", "a"] });
});

test("no correlation of fewer than three, none of a constant, and no front where nothing is a price", () => {
  const two = toScatter([entrant("a", 1100, 2), entrant("b", 900, 1)], METRIC_OF_BOARD.cost);
  expect(two).toMatchObject({ pearson: null, spearman: null });
  const three = [entrant("a", 1100, 3), entrant("b", 1000, 1), entrant("c", 900, 2)];
  expect(toScatter(three, METRIC_OF_BOARD.cost).pearson).toMatchObject({ n: 3, lower: null });
  expect(toScatter(three, METRIC_OF_BOARD.executability)).toMatchObject({
    ...{ front: null, pearson: null, spearman: null },
  });
  expect(toScatter([], METRIC_OF_BOARD.cost)).toMatchObject({ points: [], front: [] });
});
