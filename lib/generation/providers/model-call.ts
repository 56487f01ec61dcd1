/**
 * One answer, after as many tries as it takes. Null when a replay has nothing recorded for that attempt.
 * Throws a `ProviderError` when there is no answer to be had, and the signal's reason once it aborted.
 */
export type Ask = (request: ModelRequest, options?: AskOptions) => Promise<ModelReply | null>;

export type AskOptions = {
  signal?: AbortSignal;
  /** Told before every wait for another try. */
  onRetry?: (retry: { reason: string; waitSeconds: number; retries: number }) => void;
};

/** PNG or WebP. */
export type ModelImage = { bytes: Uint8Array; mediaType: string };

export type MessagePart = { type: "text"; text: string } | ({ type: "image" } & ModelImage);

/** One stateless question, and which creation it is for: by that a replay finds its script. */
export type ModelRequest = {
  system: string;
  message: MessagePart[];
  entrant: string;
  track: string;
  /** The prompt's slug, and its name in the data set that it came from. */
  prompt: string;
  source: string | null;
  /** From 1. */
  attempt: number;
  kind: AttemptKind;
};

export const ATTEMPT_KINDS = ["first", "repair", "critique"] as const;
export type AttemptKind = (typeof ATTEMPT_KINDS)[number];

export type TokenUsage = {
  inputTokens: number | null;
  /** Reasoning included. */
  outputTokens: number | null;
  reasoningTokens: number | null;
  /** Part of inputTokens. */
  cachedInputTokens: number | null;
};

export type ModelReply = {
  /** May be empty: a refusal, or a limit reached while still thinking, is an answer too. */
  text: string;
  finishReason: string;
  usage: TokenUsage;
  /** US dollars; null when neither the provider nor the entrant file has a price. */
  costUsd: number | null;
  /** Wall clock of the call that succeeded, waits and failed tries left out. */
  seconds: number;
  retries: number;
  /** Which model answered, in the provider's words. */
  responseModel: string | null;
  /** Settings that the provider did not take, in words. */
  warnings: string[];
  /** The text is a script as it was stored once: nothing is to be taken out of it. */
  isScript?: boolean;
};

export const UNKNOWN_USAGE: TokenUsage = {
  inputTokens: null,
  outputTokens: null,
  reasoningTokens: null,
  cachedInputTokens: null,
};
