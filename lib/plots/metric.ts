/** How a number of a metric is written. */
export type NumberKind = "share" | "usd" | "seconds" | "count" | "score" | "bytes";

/** Something measured of each entrant that ratings are set against. */
export type Metric = {
  /** In the address of its plot's download, and the name of its CSV column. */
  id: string;
  /** "Cost per creation", and as it stands inside a sentence. */
  title: string;
  phrase: string;
  kind: NumberKind;
  better: "higher" | "lower" | null;
  /** What it is and how it was made up, in a sentence. */
  meaning: string;
  /** Whether it is a price for which one buys rating: then who buys best is drawn. */
  hasFront: boolean;
};

/** What Polyduel itself knows of each entrant on a board. */
export const METRIC_OF_BOARD = {
  executability: {
    id: "executability",
    title: "Executability",
    phrase: "executability",
    kind: "share",
    better: "higher",
    meaning:
      "Share of the board's prompts that it tried whose first creation, after its repairs, made a mesh.",
    hasFront: false,
  },
  cost: {
    id: "cost",
    title: "Cost per creation",
    phrase: "cost per creation",
    kind: "usd",
    better: "lower",
    meaning:
      "US dollars for every call to the model that one creation took, failed ones too; the mean.",
    hasFront: true,
  },
  seconds: {
    id: "seconds",
    title: "Time per creation",
    phrase: "time per creation",
    kind: "seconds",
    better: "lower",
    meaning:
      "Seconds that one creation took over all its attempts, waiting for the model and baking in Blender; the mean.",
    hasFront: true,
  },
  tokens: {
    id: "tokens",
    title: "Output tokens per creation",
    phrase: "output tokens per creation",
    kind: "count",
    better: null,
    meaning: "Tokens that the model wrote for one creation over all its attempts; the mean.",
    hasFront: false,
  },
  attempts: {
    id: "attempts",
    title: "Attempts per creation",
    phrase: "attempts per creation",
    kind: "score",
    better: "lower",
    meaning: "Scripts tried for one creation; the mean.",
    hasFront: false,
  },
  script: {
    id: "script",
    title: "Length of script",
    phrase: "length of script",
    kind: "bytes",
    better: null,
    meaning: "Bytes of the script that made the object; the median.",
    hasFront: false,
  },
  triangles: {
    id: "triangles",
    title: "Triangles",
    phrase: "triangles",
    kind: "count",
    better: null,
    meaning: "Triangles of the object as it is shown; the median.",
    hasFront: false,
  },
  bytes: {
    id: "bytes",
    title: "Size of the GLB",
    phrase: "size of the GLB",
    kind: "bytes",
    better: null,
    meaning: "Bytes of the object's file as it is sent; the median.",
    hasFront: false,
  },
} as const satisfies Record<string, Metric>;

export type BoardMetricId = keyof typeof METRIC_OF_BOARD;

/** The same in the order of their plots. */
export const BOARD_METRICS: readonly Metric[] = Object.values(METRIC_OF_BOARD);
