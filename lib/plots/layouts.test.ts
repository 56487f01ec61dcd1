import { expect, test } from "vitest";
import { layOutBars, MOST_BARS } from "./bar-layout";
import { type HistorySize, layOutHistory } from "./history-layout";
import { toHistoryLines } from "./history-lines";
import { METRIC_OF_BOARD } from "./metric";
import type { PlotEntrant } from "./plot-entrant";
import { layOutRanks, RANK_ROWS } from "./rank-layout";
import { toScatter } from "./scatter";
import { layOutScatter, type ScatterSize } from "./scatter-layout";

const scatterSize: ScatterSize = {
  ...{ width: 352, height: 300, fontPx: 12, names: 14, nameWidth: 150, ticks: { x: 4, y: 5 } },
};

const entrant = (index: number, rating: number, cost: number): PlotEntrant => ({
  ...{ slug: `e${index}`, name: `Entrant ${index}`, rank: null, rating },
  ...{ lower: rating - 30, upper: rating + 30, metrics: { cost } },
});

test("a scatter plot keeps dots and whiskers inside its frame, strength upwards, price to the right", () => {
  const entrants = [entrant(0, 900, 0.01), entrant(1, 1000, 0.05), entrant(2, 1100, 2)];
  const { dots, whiskers, frame, x, front } = layOutScatter(
    toScatter(entrants, METRIC_OF_BOARD.cost),
    scatterSize,
  );
  expect(x.kind).toBe("log");
  // Points stand by rating, the best first.
  expect(dots.map((dot) => dot.x)).toEqual(dots.map((dot) => dot.x).toSorted((a, b) => b - a));
  expect(dots.map((dot) => dot.y)).toEqual(dots.map((dot) => dot.y).toSorted((a, b) => a - b));
  for (const { x: at, top, bottom } of whiskers) {
    expect(at).toBeGreaterThan(frame.left);
    expect(at).toBeLessThan(frame.right);
    expect(top).toBeGreaterThan(frame.top);
    expect(bottom).toBeLessThan(frame.bottom);
  }
  // Three dots, a corner before each but the first, and the way out to the right.
  expect(front).toHaveLength(6);
  expect(front?.at(-1)?.[0]).toBe(frame.right);
});

test("a crowd has smaller dots and fewer names", () => {
  const crowd = Array.from({ length: 100 }, (_, index) => entrant(index, 900 + index, 1 + index));
  const layout = layOutScatter(toScatter(crowd, METRIC_OF_BOARD.cost), scatterSize);
  expect(layout.labels.length).toBeLessThanOrEqual(7);
  expect(layout.radius).toBeLessThan(4);
});

const historySize: HistorySize = {
  ...{ width: 600, height: 300, fontPx: 12, nameWidth: 120, hasRatings: true },
  ...{ ticks: { x: 4, y: 4 }, whiskers: 3 },
};

function layOut(count: number, breaks: readonly number[] = []) {
  const slugs = Array.from({ length: count }, (_, index) => `e${index}`);
  const points = Array.from({ length: 10 }, (_, minute) => ({
    computedAt: new Date(Date.UTC(2026, 10, 20, 12, minute)).toISOString(),
    ...{ throughSeq: minute, votes: minute },
    ratings: new Map(
      slugs
        .filter((_, index) => index > 0 || !breaks.includes(minute))
        .map((slug, index) => [slug, { rating: 1000 + index, lower: 900, upper: 1100 }]),
    ),
  }));
  const names = new Map(slugs.map((slug) => [slug, slug.toUpperCase()]));
  return layOutHistory(toHistoryLines(points), slugs, { names, size: historySize });
}

test("few lines have bands, many have whiskers, and names never touch", () => {
  const few = layOut(3);
  expect(
    few.lines.every(({ bands, whiskers }) => bands.length === 1 && whiskers.length === 0),
  ).toBe(true);
  const many = layOut(10);
  expect(
    many.lines.every(({ bands, whiskers }) => bands.length === 0 && whiskers.length === 3),
  ).toBe(true);
  const heights = many.lines.flatMap(({ end }) => end?.labelY ?? []).toSorted((a, b) => a - b);
  expect(heights).toHaveLength(10);
  heights.slice(1).forEach((y, index) => {
    expect(y - (heights[index] ?? 0)).toBeGreaterThanOrEqual(12);
  });
});

test("a line breaks where its entrant was not rated, and has no name when it is not rated now", () => {
  const [first] = layOut(4, [4]).lines;
  expect(first?.runs.map((run) => run.length)).toEqual([4, 5]);
  const [gone] = layOut(4, [9]).lines;
  expect(gone?.end).toBeNull();
});

test("rank strips reach as far as any rank came up, and print a tenth and more", () => {
  const row = (index: number, shares: number[]) => ({
    ...{ slug: `e${index}`, name: `E${index}`, mean: index, shares },
    counts: shares.map((share) => share * 1000),
  });
  const rows = Array.from({ length: 30 }, (_, index) => row(index, [0.85, 0.1, 0.05, 0]));
  const layout = layOutRanks(
    { kept: 1000, ranks: 4, rows },
    { width: 500, fontPx: 12, names: "beside" },
  );
  expect(layout.rows).toHaveLength(RANK_ROWS);
  expect(layout.columns.map(({ rank }) => rank)).toEqual([1, 2, 3]);
  expect(layout.figures.filter(({ share }) => share >= 0.1)).toHaveLength(2 * RANK_ROWS);
  const cells = layout.depths.reduce((sum, group) => sum + group.cells.length, 0);
  expect(cells).toBe(3 * RANK_ROWS);
});

test("bars begin at zero, and the middle of very many is one line", () => {
  const bars = Array.from({ length: 60 }, (_, index) => ({
    name: `E${index}`,
    value: 120 - index,
  }));
  const size = { width: 400, fontPx: 12, nameWidth: 100 };
  const { rows } = layOutBars(bars.slice(0, MOST_BARS), size);
  expect(rows).toHaveLength(MOST_BARS);
  const [first, second] = rows;
  if (first?.kind !== "bar" || second?.kind !== "bar") throw new Error("bars expected");
  expect(first.length / second.length).toBeCloseTo(120 / 119, 9);
  const short = layOutBars(bars, size).rows;
  expect(short).toHaveLength(31);
  expect(short[15]).toMatchObject({ kind: "gap", count: 30, from: 76, to: 105 });
  expect(layOutBars([], size).rows).toEqual([]);
});
