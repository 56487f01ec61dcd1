import { type Correlation, pearson, spearman } from "@/lib/rating/correlation";
import type { Metric } from "./metric";
import { paretoFront } from "./pareto-front";
import type { PlotEntrant } from "./plot-entrant";

/** An entrant that has both figures. */
export type ScatterPoint = {
  slug: string;
  name: string;
  rank: number | null;
  /** The metric. */
  x: number;
  rating: number;
  lower: number | null;
  upper: number | null;
};

/** Ratings against one metric. */
export type Scatter = {
  metric: Metric;
  /** By rating, the best first. */
  points: ScatterPoint[];
  /** Who is left out, and why: without a rating, or rated but without a value of the metric. */
  unrated: number;
  unmeasured: number;
  /** Slugs of who no other beats in both, by ascending metric; null where the metric is no price. */
  front: string[] | null;
  /** Null for fewer than `FEWEST` points, and where all are equal in one of the two. */
  pearson: Correlation | null;
  spearman: Correlation | null;
};

/** With fewer points a correlation says nothing: two always lie on a line. */
export const FEWEST = 3;

/** Sets the ratings of entrants against a metric of theirs. */
export function toScatter(entrants: readonly PlotEntrant[], metric: Metric): Scatter {
  const points: ScatterPoint[] = [];
  let unrated = 0;
  for (const { slug, name, rank, rating, lower, upper, metrics } of entrants) {
    const x = metrics[metric.id] ?? null;
    if (rating === null) unrated++;
    else if (x !== null) points.push({ slug, name, rank, x, rating, lower, upper });
  }
  points.sort((one, other) => other.rating - one.rating || (one.slug < other.slug ? -1 : 1));
  const xs = points.map(({ x }) => x);
  const ratings = points.map(({ rating }) => rating);
  const isEnough = points.length >= FEWEST;
  return {
    metric,
    points,
    unrated,
    unmeasured: entrants.length - unrated - points.length,
    front: metric.hasFront ? frontOf(points) : null,
    pearson: isEnough ? pearson(xs, ratings) : null,
    spearman: isEnough ? spearman(xs, ratings) : null,
  };
}

function frontOf(points: readonly ScatterPoint[]): string[] {
  return paretoFront(points.map(({ x, rating }) => ({ x, y: rating }))).flatMap(
    (index) => points[index]?.slug ?? [],
  );
}
