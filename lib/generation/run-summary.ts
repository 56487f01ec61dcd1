import type { CreationStatus } from "@/lib/generation/creation-status";
import type { RunEvent } from "@/lib/generation/run";

type EntrantTotals = {
  ok: number;
  failed: number;
  unmade: number;
  attempts: number;
  costUsd: number | null;
  seconds: number;
};

/** What a run came to, as it grows event by event. */
export type RunTotals = {
  ok: number;
  failed: number;
  /** Left for a later run: a provider's fault, or stored by another process. */
  unmade: number;
  taken: number;
  costUsd: number | null;
  entrants: Map<string, EntrantTotals>;
  /** Failures by status, an execution error's by its family: `exec_error (api)`. */
  failures: Map<string, number>;
  givenUp: { entrant: string; reason: string }[];
};

export function emptyTotals(): RunTotals {
  return {
    ...{ ok: 0, failed: 0, unmade: 0, taken: 0, costUsd: null },
    ...{ entrants: new Map(), failures: new Map(), givenUp: [] },
  };
}

/** Adds one event to the totals, in place. */
export function addEvent(totals: RunTotals, event: RunEvent): void {
  if (event.kind === "given-up") totals.givenUp.push(event);
  if (event.kind !== "finished") return;
  const { planned, result } = event;
  if (result.kind === "taken") {
    totals.taken++;
    return;
  }
  const entrant = entrantOf(totals, planned.entrant.slug);
  entrant.costUsd = addCost(entrant.costUsd, result.costUsd);
  totals.costUsd = addCost(totals.costUsd, result.costUsd);
  if (result.kind === "unmade") {
    totals.unmade++;
    entrant.unmade++;
    return;
  }
  entrant.attempts += result.attempts;
  entrant.seconds += result.seconds;
  if (result.status === "ok") {
    totals.ok++;
    entrant.ok++;
    return;
  }
  totals.failed++;
  entrant.failed++;
  const failure = nameFailure(result.status, result.failureFamily);
  totals.failures.set(failure, (totals.failures.get(failure) ?? 0) + 1);
}

/** Lines for the terminal: executability of each entrant, then failures by family. */
export function describeTotals(totals: RunTotals): string[] {
  const rows = [...totals.entrants].map(([slug, entrant]) => describeEntrant(slug, entrant));
  const header = ["entrant", "made", "ok", "executability", "attempts", "s each", "cost"];
  const lines = rows.length > 0 ? table([header, ...rows]) : [];
  const failures = [...totals.failures].sort(
    ([nameA, a], [nameB, b]) => b - a || nameA.localeCompare(nameB),
  );
  if (failures.length > 0) {
    lines.push("", ...table([["failure", "times"], ...failures.map(([k, n]) => [k, String(n)])]));
  }
  if (totals.taken > 0) lines.push("", `${totals.taken} were made by another process meanwhile.`);
  for (const { entrant, reason } of totals.givenUp)
    lines.push("", `Given up on ${entrant} for now: ${reason}`);
  return lines;
}

/** Dollars as people write them: more digits where there is little. */
export function formatCost(costUsd: number | null): string {
  if (costUsd === null) return "–";
  return `$${costUsd.toFixed(costUsd < 1 ? 4 : 2)}`;
}

function describeEntrant(slug: string, entrant: EntrantTotals): string[] {
  const made = entrant.ok + entrant.failed;
  return [
    slug,
    `${made}${entrant.unmade > 0 ? ` (${entrant.unmade} not made)` : ""}`,
    String(entrant.ok),
    made > 0 ? `${((100 * entrant.ok) / made).toFixed(1)} %` : "–",
    String(entrant.attempts),
    made > 0 ? (entrant.seconds / made).toFixed(1) : "–",
    formatCost(entrant.costUsd),
  ];
}

/** Columns padded to their widest cell, the first to the left, numbers to the right. */
export function table(rows: string[][]): string[] {
  const widths = (rows[0] ?? []).map((_, column) =>
    Math.max(...rows.map((row) => row[column]?.length ?? 0)),
  );
  return rows.map((row) =>
    row
      .map((cell, column) =>
        column === 0 ? cell.padEnd(widths[column] ?? 0) : cell.padStart(widths[column] ?? 0),
      )
      .join("  ")
      .trimEnd(),
  );
}

function entrantOf(totals: RunTotals, slug: string): EntrantTotals {
  const known = totals.entrants.get(slug);
  if (known) return known;
  const fresh = { ok: 0, failed: 0, unmade: 0, attempts: 0, costUsd: null, seconds: 0 };
  totals.entrants.set(slug, fresh);
  return fresh;
}

function nameFailure(status: CreationStatus, family: string | null): string {
  return family ? `${status} (${family})` : status;
}

function addCost(sum: number | null, more: number | null): number | null {
  return more === null ? sum : (sum ?? 0) + more;
}
