/*
 * Measured by `npx vitest run --project long lib/rating`, which simulates every world anew and fails when a figure
 * here is not what it found. World w of COVERAGE_WORLDS has the seed `firstSeed` + w.
 */

/** Worlds simulated for each setting. */
export const COVERAGE_WORLDS = 500;

/** The arena behind the coverage table; standard deviations in Elo points. */
export const COVERAGE_ARENA = {
  firstSeed: 1000,
  entrants: 12,
  votes: 4000,
  strengthSd: 120,
  /** Davidson's ν: about 18 % ties between neighbours. */
  tieParameter: 0.45,
  /** Of each voter's own liking of each entrant, where the setting has voters with taste. */
  tasteSd: 100,
  /** Of how well each entrant does on each prompt, where the setting has prompts. */
  promptSd: 150,
} as const;

/** Shares of entrants, in %, whose 95 % interval holds what it estimates. */
export type CoverageRow = {
  setting: string;
  /** Every vote taken as independent. */
  plain: number;
  /** Clustered by voter and by prompt. */
  clustered: number;
  /** Plain times the inflation, which is never below 1. */
  onBoard: number;
  /** At least 40 voters and 40 prompts: the board's intervals must cover 92 to 97 %. */
  isClusteredEnough: boolean;
};

/** The coverage table of /methodology. */
export const COVERAGE: readonly CoverageRow[] = [
  row("independent votes", 96.1, 95.8, 96.4),
  row("taste, 1 vote a voter", 94.6, 94.6, 95.0),
  row("taste, 10 votes a voter", 94.5, 94.9, 95.3),
  row("taste, 100 votes a voter", 87.8, 94.2, 94.3),
  row("taste, 1 to 100 votes a voter", 90.6, 93.5, 93.7),
  row("212 prompts", 92.4, 94.4, 94.5),
  row("212 prompts, 20,000 votes", 83.4, 95.3, 95.3),
  row("taste, 1 to 100 votes a voter, 212 prompts", 89.8, 94.5, 94.6),
  row("taste, 100 votes a voter, 212 prompts", 87.9, 94.2, 94.3),
  { ...row("12 prompts", 64.2, 92.3, 92.3), isClusteredEnough: false },
  {
    ...row("taste, 1 to 100 votes a voter, 12 prompts", 64.9, 92.2, 92.2),
    isClusteredEnough: false,
  },
];

function row(setting: string, plain: number, clustered: number, onBoard: number): CoverageRow {
  return { setting, plain, clustered, onBoard, isClusteredEnough: true };
}

/**
 * Means over as many worlds, anyone against anyone: the least-squares slope of estimated on true centred
 * strengths, 1 when the scale is the truth's.
 */
export const TIE_SLOPES = {
  firstSeed: 9000,
  strengthSd: 160,
  /** Share of ties. */
  ties: 0.16,
  /** What Davidson's model found for ν. */
  tieParameter: 0.451,
  davidson: 1.003,
  halfWins: 0.806,
} as const;
