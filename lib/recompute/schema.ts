/** How far a full recompute is: events get their place, every vote is read, every board is computed. */
export type RecomputeProgress =
  | { phase: "ledger" }
  | { phase: "votes"; done: number; total: number }
  | { phase: "boards"; done: number; total: number; board: string };

export type RecomputePhase = RecomputeProgress["phase"];

/** Told of progress; whoever computes waits for it. */
export type OnProgress = (progress: RecomputeProgress) => Promise<void>;

/** The newest full recompute as anybody who watches sees it. Times in ISO 8601. */
export type RecomputeState = {
  /** `lost`: its process ended before it did. */
  state: "running" | "finished" | "failed" | "lost";
  startedBy: string;
  startedAt: string;
  finishedAt: string | null;
  phase: string;
  done: number;
  total: number;
  board: string | null;
  error: string | null;
};
