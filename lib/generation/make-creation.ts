import { BLENDER_CAPS } from "@/lib/generation/blender";
import type { EntrantSpec } from "@/lib/generation/entrant-file";
import type { BakedCreation } from "@/lib/generation/pipeline";
import { sumKnown } from "@/lib/generation/providers/cost";
import type { ModelImage } from "@/lib/generation/providers/model-call";
import type { Provider } from "@/lib/generation/providers/provider";
import { ProviderError } from "@/lib/generation/providers/provider-error";
import type {
  BakeOutcome,
  MadeAttempt,
  UnbakedCreation,
} from "@/lib/generation/strategies/attempt";
import { errorFeedback } from "@/lib/generation/strategies/error-feedback";
import { createQuestions, type Task } from "@/lib/generation/strategies/questions";
import { selfCritique } from "@/lib/generation/strategies/self-critique";
import { single } from "@/lib/generation/strategies/single";
import {
  type CreationEvent,
  type CritiqueRecord,
  createWorkbench,
} from "@/lib/generation/strategies/workbench";
import type { SystemPromptId } from "@/lib/generation/system-prompts/system-prompt";
import { ToolError } from "@/lib/generation/tool-error";
import { VIEW_AZIMUTHS_DEGREES } from "@/lib/viewer/framing";

export type { MadeAttempt } from "@/lib/generation/strategies/attempt";

export type CreationJob = {
  entrant: EntrantSpec;
  prompt: {
    slug: string;
    /** Its name in the data set that it came from. */
    source: string | null;
    text: string;
    instruction: string | null;
    /** On image tracks the four views, in the order of their azimuths. */
    referenceImages: readonly ModelImage[];
  };
  track: { slug: string; display: "clay" | "rendered"; takesImages: boolean };
};

export type CreationDeps<C extends BakeOutcome> = {
  provider: Provider;
  bake: (script: string, signal?: AbortSignal) => Promise<C>;
  /** The Blender that will run. */
  blenderVersion: string;
  /** What a script gets, for the prompt to say. */
  scriptSeconds?: number;
  signal?: AbortSignal;
  onEvent?: (event: CreationEvent) => void;
};

/** How a creation came about, beside what the bake says of itself. */
export type CreationProvenance = {
  systemPrompt: SystemPromptId;
  strategy: EntrantSpec["strategy"];
  maxAttempts: number;
  promptStyle: EntrantSpec["promptStyle"] | null;
  views: number[];
  critiques: CritiqueRecord[];
};

export type MadeCreation<C extends BakeOutcome = BakedCreation> = {
  /** The object that was chosen, or the last failure. */
  creation: C | UnbakedCreation;
  /** The number of the attempt that made the object. */
  chosenAttempt: number | null;
  attempts: MadeAttempt[];
  provenance: CreationProvenance;
  /** US dollars of all calls, as far as they are known. */
  costUsd: number | null;
};

const STRATEGIES = { single, "error-feedback": errorFeedback, "self-critique": selfCritique };

/**
 * Makes one creation by its entrant's strategy. Throws a `ProviderError` when there is no answer to be had or the
 * prompt lacks what the entrant is to get, a `ToolError` when this machine is not fit for it (both before anything
 * is paid for), and the signal's reason once it aborted. What a model does wrong is a status.
 */
export async function makeCreation<C extends BakeOutcome>(
  job: CreationJob,
  deps: CreationDeps<C>,
): Promise<MadeCreation<C>> {
  const { entrant, prompt, track } = job;
  const { attempts } = entrant;
  const { provider, blenderVersion, bake, signal, onEvent } = deps;
  requireBlender(entrant, blenderVersion);
  const task = toTask(job, deps);
  const questions = createQuestions(task);
  const { bench, records } = createWorkbench({
    ...{ entrant, attempts, questions, blenderVersion, bake, signal, onEvent },
    place: { track: track.slug, prompt: prompt.slug, source: prompt.source },
    display: track.display,
    ask: provider.ask,
  });
  const costOfAll = () =>
    sumKnown([
      ...records.attempts.map(({ costUsd }) => costUsd),
      // The others are counted with the attempt that came of them.
      ...records.critiques.filter((one) => one.attempt === null).map(({ costUsd }) => costUsd),
    ]);
  const { attempt, outcome } = await STRATEGIES[entrant.strategy](bench).catch((error) => {
    if (error instanceof ProviderError) error.spentUsd = costOfAll();
    throw error;
  });
  const { name, version, sha256 } = questions.first().system;
  return {
    creation: outcome,
    chosenAttempt: outcome.status === "ok" ? attempt.number : null,
    attempts: records.attempts,
    provenance: {
      systemPrompt: { name, version, sha256 },
      strategy: entrant.strategy,
      maxAttempts: attempts,
      promptStyle: track.takesImages ? null : entrant.promptStyle,
      views: task.references.map(({ azimuth }) => azimuth),
      critiques: records.critiques,
    },
    costUsd: costOfAll(),
  };
}

function requireBlender({ slug, blender }: EntrantSpec, running: string): void {
  if (blender === null || running === blender || running.startsWith(`${blender}.`)) return;
  throw new ToolError(
    `Entrant ${slug} needs Blender ${blender}, and this is ${running}. Set BLENDER_BIN or BLENDER_ROOTFS to one that fits.`,
  );
}

function toTask<C extends BakeOutcome>(
  { entrant, prompt, track }: CreationJob,
  { blenderVersion, scriptSeconds = BLENDER_CAPS.scriptMs / 1000 }: CreationDeps<C>,
): Task {
  const common = { display: track.display, blenderVersion, scriptSeconds };
  if (track.takesImages) {
    const references = VIEW_AZIMUTHS_DEGREES.flatMap((azimuth, n) => {
      const image = entrant.views.includes(azimuth) ? prompt.referenceImages[n] : undefined;
      return image ? [{ ...image, azimuth }] : [];
    });
    if (references.length < entrant.views.length)
      throw unfit(`Prompt ${prompt.slug} lacks pictures that ${entrant.slug} is to see`);
    return { ...common, text: "", references };
  }
  const text = entrant.promptStyle === "instruction" ? prompt.instruction : prompt.text;
  if (text === null)
    throw unfit(`Prompt ${prompt.slug} has no instruction, which ${entrant.slug} is to get`);
  return { ...common, text, references: [] };
}

function unfit(message: string): ProviderError {
  return new ProviderError("unfit_prompt", message);
}
