import "server-only";
import { type Db, db as defaultDb } from "@/lib/db";
import { getMeanCost } from "@/lib/generation/data";
import type { EntrantSpec } from "@/lib/generation/entrant-file";
import type { Plan } from "@/lib/generation/plan";
import { formatCost, table } from "@/lib/generation/run-summary";

/**
 * Tokens of one call where nothing is known yet: a system prompt and a brief go in, and the median of the
 * paper's twelve models comes out (arXiv:2606.01057, Table A.1: 875 to 16,508, thinking included).
 */
const GUESS = { inputTokens: 2_500, outputTokens: 3_000 };

/** What a run would make and may cost, in lines for the terminal. Nothing is called or written. */
export async function describePlan(plan: Plan, db: Db = defaultDb): Promise<string[]> {
  const entrants = new Map<string, { spec: EntrantSpec; count: number }>();
  for (const { entrant } of plan.missing) {
    const known = entrants.get(entrant.slug);
    entrants.set(entrant.slug, { spec: entrant, count: (known?.count ?? 0) + 1 });
  }
  const rows: string[][] = [];
  let low: number | null = null;
  let high: number | null = null;
  for (const { spec, count } of entrants.values()) {
    const estimate = await estimateCost(spec, count, db);
    if (estimate) {
      low = (low ?? 0) + estimate.low;
      high = (high ?? 0) + estimate.high;
    }
    rows.push([spec.slug, String(count), describeCalls(spec), describeRange(estimate)]);
  }
  const header = ["entrant", "creations", "calls each", "cost"];
  return [
    `${plan.missing.length} creations to make, ${plan.made} are there already.`,
    ...(rows.length > 0 ? ["", ...table([header, ...rows])] : []),
    ...(low === null || high === null ? [] : ["", `In all ${describeRange({ low, high })}.`]),
  ];
}

function describeRange(range: { low: number; high: number } | null): string {
  if (!range) return "no price given";
  if (range.low === range.high) return `about ${formatCost(range.low)}`;
  return `${formatCost(range.low)} to ${formatCost(range.high)}`;
}

/** From this entrant's past where there is one, else from its prices and a guess. */
async function estimateCost(
  spec: EntrantSpec,
  count: number,
  db: Db,
): Promise<{ low: number; high: number } | null> {
  const past = await getMeanCost(spec.slug, db);
  if (past !== null) return { low: past * count, high: past * count };
  if (!spec.price) return null;
  const { inputPerMillion, outputPerMillion } = spec.price;
  const call =
    (GUESS.inputTokens * inputPerMillion + GUESS.outputTokens * outputPerMillion) / 1_000_000;
  return { low: call * count, high: call * count * mostCalls(spec) };
}

function describeCalls(spec: EntrantSpec): string {
  const most = mostCalls(spec);
  return most === 1 ? "1" : `1–${most}`;
}

function mostCalls({ strategy, attempts, critiqueRounds }: EntrantSpec): number {
  return attempts + (strategy === "self-critique" ? critiqueRounds : 0);
}
