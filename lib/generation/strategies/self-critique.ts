import type { ModelImage, ModelReply } from "@/lib/generation/providers/model-call";
import { type Critique, toCritique } from "@/lib/generation/reply";
import type { BakeOutcome, Try } from "@/lib/generation/strategies/attempt";
import { errorFeedback } from "@/lib/generation/strategies/error-feedback";
import type { CritiqueRecord, Workbench } from "@/lib/generation/strategies/workbench";
import { ToolError } from "@/lib/generation/tool-error";

/**
 * Makes an object by error feedback, then shows the model its posters and lets it write a better script. An object
 * that works is only given up for another one that works; a NO, and a fix that fails, end it.
 */
export async function selfCritique<C extends BakeOutcome>(bench: Workbench<C>): Promise<Try<C>> {
  let best = await errorFeedback(bench);
  for (let round = 1; round <= bench.critiqueRounds; round++) {
    if (best.outcome.status !== "ok") break;
    const { script } = best.attempt;
    const question = bench.questions.critique({ script, ...pictures(best.outcome, bench.display) });
    const reply = await bench.ask("critique", question);
    if (!reply) break;
    const critique = toCritique(reply.text);
    const better = await tryFix(bench, reply, critique);
    const isKept = better?.outcome.status === "ok";
    bench.recordCritique({
      ...recordOf(reply, critique),
      ...{ round, attempt: better?.attempt.number ?? null, kept: isKept },
    });
    if (!better || !isKept) break;
    best = better;
  }
  return best;
}

async function tryFix<C extends BakeOutcome>(
  bench: Workbench<C>,
  reply: ModelReply,
  { script, assessment }: Critique,
): Promise<Try<C> | null> {
  return script === null ? null : bench.bake("critique", reply, { script, assessment });
}

/** The posters of what a battle on this track shows. */
function pictures(
  { posters = [], renderedPosters = [] }: Extract<BakeOutcome, { status: "ok" }>,
  display: "clay" | "rendered",
): { renders: ModelImage[]; shading: "clay" | "rendered" } {
  const isRendered = display === "rendered" && renderedPosters.length > 0;
  const shown = isRendered ? renderedPosters : posters;
  if (shown.length === 0) throw new ToolError("Self-critique needs posters, and there are none.");
  const renders = shown.map(({ bytes }) => ({ bytes, mediaType: "image/webp" }));
  return { renders, shading: isRendered ? "rendered" : "clay" };
}

function recordOf(
  { usage, costUsd, seconds }: ModelReply,
  { needsFix, assessment }: Critique,
): Omit<CritiqueRecord, "round" | "attempt" | "kept"> {
  const { inputTokens, outputTokens } = usage;
  return { needsFix, assessment, inputTokens, outputTokens, costUsd, modelSeconds: seconds };
}
