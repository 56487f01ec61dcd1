import type { EntrantSpec } from "@/lib/generation/entrant-file";
import type {
  Ask,
  AskOptions,
  AttemptKind,
  ModelReply,
  ModelRequest,
} from "@/lib/generation/providers/model-call";
import { type FoundScript, tidy, toScript } from "@/lib/generation/reply";
import {
  type BakeOutcome,
  type MadeAttempt,
  type Try,
  toAttempt,
  unbaked,
} from "@/lib/generation/strategies/attempt";
import type { Question, Questions } from "@/lib/generation/strategies/questions";

/** One round in which a model judged its own object. */
export type CritiqueRecord = {
  round: number;
  needsFix: boolean;
  assessment: string;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  modelSeconds: number;
  /** The attempt that was made of it, whose tokens and costs these are too. */
  attempt: number | null;
  /** Whether that attempt's object took the place of the one before. */
  kept: boolean;
};

/** What is told while a creation is made. */
export type CreationEvent =
  | { kind: "asking" | "baking"; stage: string; attempt: number }
  | { kind: "waiting"; stage: string; attempt: number; reason: string; waitSeconds: number }
  | { kind: "attempted"; stage: string; made: MadeAttempt }
  | { kind: "critiqued"; stage: string; critique: CritiqueRecord };

/** Where a strategy works: it asks and bakes here, and everything it does is on record. */
export type Workbench<C extends BakeOutcome> = {
  questions: Questions;
  attempts: number;
  critiqueRounds: number;
  display: "clay" | "rendered";
  /** One reply, null when a replay has no more. */
  ask: (kind: AttemptKind, question: Question) => Promise<ModelReply | null>;
  /** Bakes the script of a reply and records the attempt. */
  bake: (kind: AttemptKind, reply: ModelReply, fix?: Fix) => Promise<Try<C>>;
  recordCritique: (record: CritiqueRecord) => void;
};

type Fix = { script: string; assessment: string };

export type WorkbenchParts<C extends BakeOutcome> = {
  entrant: Pick<EntrantSpec, "slug" | "critiqueRounds">;
  attempts: number;
  place: Pick<ModelRequest, "track" | "prompt" | "source">;
  display: "clay" | "rendered";
  questions: Questions;
  blenderVersion: string;
  ask: Ask;
  bake: (script: string, signal?: AbortSignal) => Promise<C>;
  signal?: AbortSignal;
  onEvent?: (event: CreationEvent) => void;
};

export type Records = { attempts: MadeAttempt[]; critiques: CritiqueRecord[] };

/** A workbench, and the records that fill up while a strategy works at it. */
export function createWorkbench<C extends BakeOutcome>(
  parts: WorkbenchParts<C>,
): { bench: Workbench<C>; records: Records } {
  const { entrant, place, questions, display, blenderVersion, signal } = parts;
  const records: Records = { attempts: [], critiques: [] };
  const tell = (event: CreationEvent) => parts.onEvent?.(event);
  const next = () => records.attempts.length + 1;
  const nameOf = (kind: AttemptKind) =>
    kind === "critique"
      ? `critique ${records.critiques.length + 1} of ${entrant.critiqueRounds}`
      : `attempt ${next()} of ${parts.attempts}`;

  const ask: Workbench<C>["ask"] = async (kind, { system, message }) => {
    const attempt = next();
    const name = nameOf(kind);
    tell({ kind: "asking", stage: `${name}: asking the model`, attempt });
    const onRetry: AskOptions["onRetry"] = ({ reason, waitSeconds }) => {
      const stage = `${name}: waiting ${Math.round(waitSeconds)} s (${reason})`;
      tell({ kind: "waiting", stage, attempt, reason, waitSeconds });
    };
    const reply = await parts.ask(
      { ...place, entrant: entrant.slug, system: system.text, message, attempt, kind },
      { signal, onRetry },
    );
    return reply && { ...reply, text: tidy(reply.text) };
  };

  const bake: Workbench<C>["bake"] = async (kind, reply, fix) => {
    const found = fix ? { script: fix.script, extraction: "fenced" as const } : scriptOf(reply);
    const number = next();
    const name = nameOf(kind);
    tell({ kind: "baking", stage: `${name}: in Blender`, attempt: number });
    const outcome = found.script.trim()
      ? await parts.bake(found.script, signal)
      : unbaked(reply, blenderVersion);
    const made = toAttempt({
      ...{ number, kind, reply, found, outcome },
      assessment: fix?.assessment,
    });
    records.attempts.push(made);
    tell({ kind: "attempted", stage: `${name}: ${made.status}`, made });
    return { attempt: made, outcome };
  };

  const recordCritique = (critique: CritiqueRecord) => {
    records.critiques.push(critique);
    const stage = `critique ${critique.round}: ${critique.needsFix ? "a fix" : "no fix needed"}`;
    tell({ kind: "critiqued", stage, critique });
  };
  const { attempts } = parts;
  const { critiqueRounds } = entrant;
  return {
    bench: { questions, attempts, critiqueRounds, display, ask, bake, recordCritique },
    records,
  };
}

function scriptOf(reply: ModelReply): FoundScript {
  if (!reply.isScript) return toScript(reply.text);
  return { script: reply.text, extraction: reply.text.trim() ? "verbatim" : "none" };
}
