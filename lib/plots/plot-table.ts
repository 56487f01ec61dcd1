import type { StoredBootstrap } from "@/lib/leaderboard/bootstraps";
import type { HistoryLines } from "./history-lines";
import type { NumberKind } from "./metric";
import type { BoardFigures } from "./plot-entrant";
import { RANK_ROWS } from "./rank-layout";
import type { RankShares } from "./rank-shares";
import type { Scatter } from "./scatter";

/** What a plot draws, as figures: the columns and rows of its download. */
export type PlotTable = {
  columns: { name: string; title: string; kind: ColumnKind }[];
  rows: Cell[][];
};

export type ColumnKind = NumberKind | "text" | "time" | "rating" | "rank" | "flag";
export type Cell = string | number | boolean | null;

type Column = PlotTable["columns"][number];

const column = (name: string, title: string, kind: ColumnKind): Column => ({ name, title, kind });

const ENTRANT = [column("entrant", "Slug", "text"), column("name", "Entrant", "text")];
const RANK = column("rank", "Rank", "rank");
const RATING = [
  column("rating", "Rating", "rating"),
  column("lower", "Lower 95 %", "rating"),
  column("upper", "Upper 95 %", "rating"),
];

/** Of ratings against a metric; who is left out of the plot is left out here. */
export function scatterTable({ metric, points, front }: Scatter): PlotTable {
  const onFront = front && new Set(front);
  return {
    columns: [
      ...ENTRANT,
      RANK,
      ...RATING,
      column(metric.id.replaceAll("-", "_"), metric.title, metric.kind),
      ...(onFront ? [column("on_front", "On the front", "flag")] : []),
    ],
    rows: points.map(({ slug, name, rank, rating, lower, upper, x }) => [
      ...[slug, name, rank, rating, lower, upper, x],
      ...(onFront ? [onFront.has(slug)] : []),
    ]),
  };
}

/** Of the battles each entrant was in, the most first. */
export function battlesTable(entrants: BoardFigures["entrants"]): PlotTable {
  const sorted = sortByBattles(entrants);
  return {
    columns: [...ENTRANT, RANK, column("battles", "Battles", "count")],
    rows: sorted.map(({ slug, name, rank, battles }) => [slug, name, rank, battles]),
  };
}

/** The most battles first, then by slug. */
export function sortByBattles<Entrant extends { slug: string; battles: number }>(
  entrants: readonly Entrant[],
): Entrant[] {
  return entrants.toSorted(
    (one, other) => other.battles - one.battles || (one.slug < other.slug ? -1 : 1),
  );
}

/** Of ratings over time: one row an entrant and time, as the snapshot said it and as it is drawn. */
export function historyTable(
  { times, lines }: HistoryLines,
  names: ReadonlyMap<string, string>,
): PlotTable {
  return {
    columns: [
      column("computed_at", "Computed", "time"),
      column("through_seq", "Through number", "count"),
      column("votes", "Votes", "count"),
      ...ENTRANT,
      column("shift", "Shift", "rating"),
      ...RATING,
    ],
    rows: times.flatMap(({ computedAt, throughSeq, votes, shift }, index) =>
      [...lines].flatMap(([slug, line]) => {
        const found = line[index];
        if (!found) return [];
        const { rating, lower, upper } = found;
        const row: Cell[] = [computedAt, throughSeq, votes, slug, names.get(slug) ?? slug, shift];
        return [[...row, rating, lower, upper]];
      }),
    ),
  };
}

/** Of the bootstrap: percentiles of the ratings, and in how many rounds each rank came up. */
export function rankTable({ rows, ranks }: RankShares, bootstrap: StoredBootstrap): PlotTable {
  const bounds = new Map(bootstrap.entrants.map((row) => [row.slug, row]));
  return {
    columns: [
      ...ENTRANT,
      column("lower", "Rating, 2.5 %", "rating"),
      column("median", "Rating, median", "rating"),
      column("upper", "Rating, 97.5 %", "rating"),
      column("mean_rank", "Mean rank", "score"),
      ...Array.from({ length: ranks }, (_, rank) =>
        column(`rank_${rank + 1}`, `Rank ${rank + 1}`, "count"),
      ),
    ],
    rows: rows.map(({ slug, name, mean, counts }) => {
      const found = bounds.get(slug);
      const quantiles = [found?.lower ?? null, found?.median ?? null, found?.upper ?? null];
      return [slug, name, ...quantiles, mean, ...counts];
    }),
  };
}

/** The same as a page shows it for a few entrants: a row a time, an entrant a column. */
export function shownHistoryTable(
  { times, lines }: HistoryLines,
  slugs: readonly string[],
  names: ReadonlyMap<string, string>,
): PlotTable {
  return {
    columns: [
      column("computed_at", "Computed", "time"),
      column("votes", "Votes", "count"),
      ...slugs.map((slug) => column(slug, names.get(slug) ?? slug, "rating")),
    ],
    rows: times
      .map(({ computedAt, votes }, index): Cell[] => [
        ...[computedAt, votes],
        ...slugs.map((slug) => lines.get(slug)?.[index]?.rating ?? null),
      ])
      .reverse(),
  };
}

/** As many ranks have a column each; more are listed in one. */
const MOST_RANK_COLUMNS = 12;

/** The same as a page shows it for the first entrants. */
export function shownRankTable(shares: RankShares, bootstrap: StoredBootstrap): PlotTable {
  const { columns, rows } = rankTable(shares, bootstrap);
  const drawn = rows.slice(0, RANK_ROWS);
  if (shares.ranks <= MOST_RANK_COLUMNS) return { columns, rows: drawn };
  const first = columns.findIndex(({ name }) => name === "rank_1");
  return {
    columns: [...columns.slice(0, first), column("ranks", "Rounds on each rank", "text")],
    rows: drawn.map((row) => {
      const counts = row.slice(first);
      const list = counts.flatMap((count, rank) => (count === 0 ? [] : `${rank + 1}: ${count}`));
      return [...row.slice(0, first), list.join(", ")];
    }),
  };
}
