"use client";

import { useState } from "react";
import { Button } from "@/components/ui/button";
import { countText, NOTHING, timeText } from "@/components/ui/number-text";
import type { RecomputePlan } from "@/lib/admin/status-schema";
import type { RecomputeState } from "@/lib/recompute/schema";
import { agoText, spanText } from "./age-text";
import { sendAction } from "./send-action";

type RecomputePanelProps = {
  recompute: RecomputeState | null;
  plan: RecomputePlan | null;
  mayRecompute: boolean;
  /** When all of this was read, ISO 8601. */
  at: string;
  /** It was asked for, or what was asked for is over. */
  onAsked: () => void;
};

/** Recomputes every board, and shows how far that is: from the server, so every maintainer sees the same. */
export function RecomputePanel(props: RecomputePanelProps) {
  const { recompute, plan, mayRecompute, at, onAsked } = props;
  const [isAsked, setAsked] = useState(false);
  const [problem, setProblem] = useState<string | null>(null);
  const isRunning = recompute?.state === "running";

  async function ask() {
    setAsked(true);
    setProblem(null);
    const sending = sendAction("/api/ratings/recompute", {});
    onAsked();
    const sent = await sending;
    if (!sent.ok) setProblem(sent.problem);
    setAsked(false);
    onAsked();
  }

  return (
    <section
      aria-labelledby="recompute"
      className="flex flex-col gap-3 rounded-card border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="recompute" className="font-semibold text-[17px]">
          Full recompute
        </h2>
        {mayRecompute && (
          <Button
            look="primary"
            aria-disabled={isRunning || isAsked}
            onClick={() => {
              if (!isRunning && !isAsked) void ask();
            }}
            className="aria-disabled:opacity-60"
          >
            {isRunning || isAsked ? "Recomputing…" : "Recompute now"}
          </Button>
        )}
      </div>
      <Progress recompute={recompute} at={at} />
      <p className="min-h-5 text-[13px] text-ink-3 leading-5">{planText(plan, at)}</p>
      <p role="alert" className="text-bad text-sm empty:hidden">
        {problem}
      </p>
    </section>
  );
}

type ProgressProps = Pick<RecomputePanelProps, "recompute" | "at">;

function Progress({ recompute, at }: ProgressProps) {
  const share = shareOf(recompute);
  return (
    <div className="flex flex-col gap-2">
      <p
        // Ages that tick are not read out.
        aria-live={recompute?.state === "running" ? "polite" : "off"}
        className="min-h-5 text-sm leading-5 tabular-nums"
      >
        {stateText(recompute, at)}
      </p>
      <progress
        aria-label="Full recompute"
        max={1}
        value={share}
        className="h-1.5 w-full overflow-hidden rounded-full bg-sunk [&::-moz-progress-bar]:bg-accent [&::-webkit-progress-bar]:bg-sunk [&::-webkit-progress-value]:bg-accent"
      />
    </div>
  );
}

/** Reading every vote takes nearly all of the time, so it gets nearly all of the bar. */
function shareOf(recompute: RecomputeState | null): number {
  if (!recompute || recompute.state === "failed" || recompute.state === "lost") return 0;
  if (recompute.state === "finished") return 1;
  const part = recompute.total > 0 ? Math.min(1, recompute.done / recompute.total) : 0;
  if (recompute.phase === "votes") return 0.05 + 0.75 * part;
  return recompute.phase === "boards" ? 0.8 + 0.2 * part : 0.02;
}

function stateText(recompute: RecomputeState | null, at: string): string {
  if (!recompute) return "None has run yet.";
  const { state, startedBy, startedAt, finishedAt, error } = recompute;
  if (state === "running") return `Asked for by ${startedBy}: ${phaseText(recompute)}`;
  if (state === "lost") return `The one that ${startedBy} asked for ended with its process.`;
  const ended = finishedAt ?? startedAt;
  const took = spanText((Date.parse(ended) - Date.parse(startedAt)) / 1000);
  const when = agoText((Date.parse(at) - Date.parse(ended)) / 1000);
  if (state === "failed") return `The last one failed ${when}: ${error ?? NOTHING}`;
  return `The last one ended ${when}, after ${took}, for ${startedBy}.`;
}

function phaseText({ phase, done, total, board }: RecomputeState): string {
  if (phase === "votes") return `reading votes, ${countText(done)} of ${countText(total)}`;
  if (phase === "boards")
    return `computing boards, ${countText(done + 1)} of ${countText(total)} (${board ?? NOTHING})`;
  return "giving new votes their place in the ledger";
}

function planText(plan: RecomputePlan | null, at: string): string {
  if (!plan) return "The worker runs the first one by itself once there are votes.";
  const due = (Date.parse(plan.dueAt) - Date.parse(at)) / 1000;
  const when = due > 0 ? `in ${spanText(due)}` : "with the next vote";
  return `Clustered intervals are from ${countText(plan.votes)} votes, ${timeText(plan.computedAt)}. The worker finds them anew by itself at ${countText(plan.dueAtVotes)} votes, or ${when}.`;
}
