import type { CreationStatus } from "@/lib/generation/creation-status";
import type { FailureFamily } from "@/lib/generation/failure-family";
import type { PlannedCreation } from "@/lib/generation/plan";
import { ProviderError } from "@/lib/generation/providers/provider-error";

/** What came of one planned creation. */
export type MakeResult =
  | {
      kind: "made";
      status: CreationStatus;
      failureFamily: FailureFamily | null;
      attempts: number;
      costUsd: number | null;
      seconds: number;
    }
  /** Another process stored it meanwhile. */
  | { kind: "taken" }
  /** Not the entrant's fault: nothing was stored, a later run tries again. */
  | {
      kind: "unmade";
      reason: string;
      /** What was paid before it failed. */
      costUsd: number | null;
      /** Whether the other prompts will fare no better. */
      isProviderDown: boolean;
    };

export type RunEvent =
  | { kind: "started"; planned: PlannedCreation }
  | { kind: "stage"; planned: PlannedCreation; stage: string }
  | { kind: "finished"; planned: PlannedCreation; result: MakeResult }
  | { kind: "given-up"; entrant: string; reason: string };

export type RunOptions = {
  concurrency: number;
  /** Makes and stores one creation. Throws only what ends the whole run, such as a `ToolError`. */
  make: (planned: PlannedCreation, onStage: (stage: string) => void) => Promise<MakeResult>;
  onEvent: (event: RunEvent) => void;
  /** Once aborted nothing new starts; what runs is finished. */
  stop: AbortSignal;
  /** Nothing new starts once this much was spent. */
  maxCostUsd?: number;
};

/** After so many provider errors in a row an entrant's rest is left for a later run. */
const PATIENCE = 3;

/**
 * Makes what was planned, some at a time. Returns when all is made, or when `stop` aborted, the money is spent or
 * an error ended the run and what was running has finished.
 */
export async function runPlan(
  planned: readonly PlannedCreation[],
  options: RunOptions,
): Promise<void> {
  const { concurrency, make, onEvent, stop, maxCostUsd = Number.POSITIVE_INFINITY } = options;
  const queue = [...planned];
  const misses = new Map<string, number>();
  let spent = 0;
  let failure: { error: unknown } | null = null;

  const settle = (job: PlannedCreation, result: MakeResult) => {
    const { slug } = job.entrant;
    onEvent({ kind: "finished", planned: job, result });
    if (result.kind === "taken") return;
    spent += result.costUsd ?? 0;
    if (result.kind === "made") misses.set(slug, 0);
    if (result.kind !== "unmade" || !result.isProviderDown) return;
    const inARow = (misses.get(slug) ?? 0) + 1;
    misses.set(slug, inARow);
    if (inARow === PATIENCE) onEvent({ kind: "given-up", entrant: slug, reason: result.reason });
  };
  const lane = async () => {
    while (!stop.aborted && !failure && spent < maxCostUsd) {
      const job = queue.shift();
      if (!job) return;
      if ((misses.get(job.entrant.slug) ?? 0) >= PATIENCE) continue;
      onEvent({ kind: "started", planned: job });
      const onStage = (stage: string) => onEvent({ kind: "stage", planned: job, stage });
      try {
        settle(job, await make(job, onStage));
      } catch (error) {
        failure ??= { error };
      }
    }
  };
  await Promise.all(Array.from({ length: concurrency }, lane));
  if (failure) throw (failure as { error: unknown }).error;
}

/** Failures that concern one prompt and not its neighbours. */
const OF_ONE_PROMPT: ReadonlySet<ProviderError["code"]> = new Set(["no_script", "unfit_prompt"]);

/** Turns a provider's failure into a result; every other error ends the run. */
export function toUnmade(error: unknown): MakeResult {
  if (!(error instanceof ProviderError)) throw error;
  const { message: reason, spentUsd: costUsd, code } = error;
  return { kind: "unmade", reason, costUsd, isProviderDown: !OF_ONE_PROMPT.has(code) };
}
