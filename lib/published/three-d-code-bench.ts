import { METRIC_OF_BOARD, type Metric } from "@/lib/plots/metric";
import type { PlotEntrant } from "@/lib/plots/plot-entrant";

/**
 * 3DCodeBench: facts from a paper, not figures of this arena. Each model at its best thinking level; ratings are
 * the paper's Elo, from votes of its own, published without intervals.
 */
export const THREE_D_CODE_BENCH = {
  id: "3dcodebench",
  name: "3DCodeBench",
  citation: "arXiv:2606.01057, table A.1",
  url: "https://arxiv.org/abs/2606.01057",
  licence: "CC BY 4.0",
} as const;

/** The metrics of the table, in the order of its columns; what this arena measures too has the same name. */
export const THREE_D_CODE_BENCH_METRICS = [
  {
    ...METRIC_OF_BOARD.executability,
    meaning: "Share of the scripts that executed.",
  },
  {
    id: "siglip2",
    title: "SigLIP-2 similarity",
    phrase: "SigLIP-2 similarity",
    kind: "score",
    better: "higher",
    meaning:
      "Cosine similarity of SigLIP-2 features of renderings of the object and of the reference.",
    hasFront: false,
  },
  {
    id: "dinov3",
    title: "DINOv3 similarity",
    phrase: "DINOv3 similarity",
    kind: "score",
    better: "higher",
    meaning:
      "Cosine similarity of DINOv3 features of renderings of the object and of the reference.",
    hasFront: false,
  },
  {
    id: "chamfer",
    title: "Chamfer distance",
    phrase: "Chamfer distance",
    kind: "score",
    better: "lower",
    meaning: "Squared Chamfer distance between points on the two surfaces.",
    hasFront: false,
  },
  {
    id: "uni3d",
    title: "Uni3D similarity, 3D to 3D",
    phrase: "Uni3D similarity, 3D to 3D",
    kind: "score",
    better: "higher",
    meaning: "Cosine similarity of Uni3D features of the two point clouds.",
    hasFront: false,
  },
  {
    id: "uni3d-cross-modal",
    title: "Uni3D similarity, 3D to prompt",
    phrase: "Uni3D similarity, 3D to prompt",
    kind: "score",
    better: "higher",
    meaning: "Cosine similarity of Uni3D features of the object and of its text or image.",
    hasFront: false,
  },
  {
    ...METRIC_OF_BOARD.tokens,
    title: "Output tokens per query",
    phrase: "output tokens per query",
    meaning: "Tokens that the model wrote for a query.",
  },
  {
    ...METRIC_OF_BOARD.cost,
    title: "Cost per query",
    phrase: "cost per query",
    meaning: "US dollars that a query cost; not published for the two open models.",
  },
  {
    ...METRIC_OF_BOARD.seconds,
    title: "Time per query",
    phrase: "time per query",
    meaning: "Seconds that a query took.",
  },
] as const satisfies readonly Metric[];

type Row = readonly [
  name: string,
  executability: number,
  siglip2: number,
  dinov3: number,
  chamfer: number,
  uni3d: number,
  uni3dCrossModal: number,
  elo: number,
  tokens: number,
  seconds: number,
  costUsd: number | null,
];

/** Columns in the paper's order. */
const TABLE_A1: readonly Row[] = [
  ["Gemini 3 Flash", 0.481, 0.81, 0.528, 0.067, 0.543, 0.277, 1039, 2647, 34, 0.02],
  ["Gemini 3.1 Flash Lite", 0.575, 0.778, 0.496, 0.077, 0.445, 0.246, 877, 875, 36.7, 0.01],
  ["Gemini 3.1 Pro", 0.725, 0.824, 0.569, 0.069, 0.567, 0.284, 1147, 2030, 162.9, 0.19],
  ["Gemini 3.5 Flash", 0.464, 0.824, 0.563, 0.068, 0.519, 0.266, 1119, 3590, 93.3, 0.04],
  ["Gemma 4 26B", 0.517, 0.786, 0.483, 0.077, 0.435, 0.248, 859, 2678, 113.7, null],
  ["Gemma 4 31B", 0.582, 0.801, 0.518, 0.076, 0.494, 0.261, 952, 1732, 119.1, null],
  ["Claude Haiku 4.5", 0.502, 0.761, 0.413, 0.095, 0.363, 0.219, 799, 3770, 23.3, 0.02],
  ["Claude Sonnet 4.6", 0.804, 0.813, 0.551, 0.068, 0.525, 0.277, 1015, 16508, 200.3, 0.26],
  ["Claude Opus 4.7", 0.91, 0.814, 0.545, 0.067, 0.49, 0.268, 1006, 2363, 30, 0.08],
  ["GPT-5.4 mini", 0.731, 0.803, 0.526, 0.07, 0.506, 0.275, 951, 2402, 155.8, 0.1],
  ["GPT-5.4", 0.866, 0.817, 0.56, 0.064, 0.552, 0.285, 1074, 2725, 168, 0.18],
  ["GPT-5.5", 0.906, 0.834, 0.576, 0.059, 0.562, 0.284, 1163, 3748, 160.1, 0.28],
];

/** The models of the table as plots take entrants, the highest rating first. */
export function listPublishedEntrants(): PlotEntrant[] {
  const rows = TABLE_A1.toSorted((one, other) => other[7] - one[7]);
  return rows.map((row, index) => {
    const [
      name,
      executability,
      siglip2,
      dinov3,
      chamfer,
      uni3d,
      crossModal,
      elo,
      tokens,
      seconds,
      cost,
    ] = row;
    return {
      slug: name.toLowerCase().replaceAll(/[ .]/g, "-"),
      name,
      rank: index + 1,
      ...{ rating: elo, lower: null, upper: null },
      metrics: {
        ...{ executability, siglip2, dinov3, chamfer, uni3d, "uni3d-cross-modal": crossModal },
        ...{ tokens, seconds, cost },
      },
    };
  });
}

/** What plots of the table need. */
export const PUBLISHED_PLOTS = {
  set: THREE_D_CODE_BENCH,
  entrants: listPublishedEntrants(),
  metrics: THREE_D_CODE_BENCH_METRICS,
};
