import type { CreationStatus, FailedStatus } from "@/lib/generation/creation-status";
import type { FailureFamily } from "@/lib/generation/failure-family";
import type { AttemptKind, ModelReply } from "@/lib/generation/providers/model-call";
import type { Extraction, FoundScript } from "@/lib/generation/reply";

/** One try inside a creation, whole: what was answered, what it made, and what both took. */
export type MadeAttempt = {
  /** From 1. */
  number: number;
  kind: AttemptKind;
  status: CreationStatus;
  script: string;
  /** What the model said, null when that was the script and nothing else. */
  reply: string | null;
  errorText: string | null;
  failureFamily: FailureFamily | null;
  bakeSeconds: number;
  modelSeconds: number;
  inputTokens: number | null;
  outputTokens: number | null;
  costUsd: number | null;
  details: {
    finishReason: string;
    reasoningTokens: number | null;
    cachedInputTokens: number | null;
    responseModel: string | null;
    extraction: Extraction;
    retries: number;
    /** Settings that the provider did not take. */
    warnings?: string[];
    /** What the model thought of the object that this one is to replace. */
    assessment?: string;
  };
};

type BakeFacts = {
  attempt: { errorText: string | null; failureFamily: FailureFamily | null; seconds: number };
};

/** All that strategies need to know of a bake; `BakedCreation` of the pipeline is one. */
export type BakeOutcome =
  | (BakeFacts & {
      status: "ok";
      posters?: readonly { bytes: Uint8Array }[];
      renderedPosters?: readonly { bytes: Uint8Array }[];
    })
  | (BakeFacts & { status: FailedStatus; error: string });

/** A reply without a script: Blender need not start to find that out. */
export type UnbakedCreation = {
  status: "parse_error";
  error: string;
  provenance: { blenderVersion: string };
  attempt: {
    script: "";
    status: "parse_error";
    errorText: string;
    failureFamily: null;
    seconds: number;
  };
};

/** An attempt and what came out of Blender for it. */
export type Try<C extends BakeOutcome> = { attempt: MadeAttempt; outcome: C | UnbakedCreation };

/** What an empty reply makes. */
export function unbaked(reply: ModelReply, blenderVersion: string): UnbakedCreation {
  const error = `The reply held no script (finish reason: ${reply.finishReason}).`;
  const attempt = { script: "", status: "parse_error", failureFamily: null, seconds: 0 } as const;
  return {
    status: "parse_error",
    error,
    provenance: { blenderVersion },
    attempt: { ...attempt, errorText: error },
  };
}

export type AttemptParts = {
  number: number;
  kind: AttemptKind;
  reply: ModelReply;
  found: FoundScript;
  outcome: BakeOutcome | UnbakedCreation;
  assessment?: string;
};

/** The record of an attempt. */
export function toAttempt({
  number,
  kind,
  reply,
  found,
  outcome,
  assessment,
}: AttemptParts): MadeAttempt {
  const { usage, costUsd, finishReason, responseModel, retries, warnings } = reply;
  const { inputTokens, outputTokens, reasoningTokens, cachedInputTokens } = usage;
  return {
    ...{ number, kind, status: outcome.status, script: found.script },
    reply: reply.text === found.script ? null : reply.text,
    errorText: outcome.attempt.errorText,
    failureFamily: outcome.attempt.failureFamily,
    bakeSeconds: outcome.attempt.seconds,
    modelSeconds: reply.seconds,
    ...{ inputTokens, outputTokens, costUsd },
    details: {
      ...{ finishReason, reasoningTokens, cachedInputTokens, responseModel, retries },
      extraction: found.extraction,
      ...(warnings.length > 0 && { warnings }),
      ...(assessment && { assessment }),
    },
  };
}
