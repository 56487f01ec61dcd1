import type { RecomputeState } from "@/lib/recompute/schema";

export type BoardStatus = {
  board: string;
  label: string;
  entrants: number;
  rated: number;
  votes: number;
  throughSeq: number;
  /** ISO 8601. */
  computedAt: string;
};

export type QueueCounts = { waiting: number; running: number; retrying: number; failed: number };

/** When the clustered intervals were last found from every vote, and what makes them due again. */
export type RecomputePlan = {
  computedAt: string;
  votes: number;
  /** Counted votes that make it due. */
  dueAtVotes: number;
  /** When it is due once anything changed, ISO 8601. */
  dueAt: string;
};

/** What /admin shows and asks for again every two seconds. Ages in seconds. */
export type ArenaStatus = {
  at: string;
  votes: { minutes: number[]; lastMinute: number; counted: number };
  ledger: { waiting: number; lastSeq: number; lastAge: number | null };
  snapshotAge: number | null;
  worker: { isAlive: boolean; age: number | null };
  /** Workers that make creations now; null before the queue's first use. */
  queue: (QueueCounts & { workers: number }) | null;
  database: {
    version: string;
    sizeBytes: number;
    connections: number;
    maxConnections: number;
    /** Of the oldest transaction that is open. */
    oldestTransactionAge: number | null;
  };
  boards: BoardStatus[];
  recompute: RecomputeState | null;
  plan: RecomputePlan | null;
};
