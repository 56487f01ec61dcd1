export type ProviderErrorCode =
  /** The provider does not take the request: a wrong key, model or setting. */
  | "refused"
  | "rate_limited"
  /** Network errors, 5xx and answers that make no sense. */
  | "unavailable"
  | "timeout"
  | "no_key"
  /** A replay has no script for this prompt. */
  | "no_script"
  /** The prompt lacks pictures or words that the entrant is to get: there is nothing to ask. */
  | "unfit_prompt";

/**
 * There is no answer to be had from a model's provider. Never stored against an entrant: a later run asks again.
 * The message holds no key, and there is deliberately no `cause`: the AI SDK's errors hold requests and bodies.
 */
export class ProviderError extends Error {
  override readonly name = "ProviderError";
  readonly code: ProviderErrorCode;
  readonly statusCode: number | null;
  readonly retries: number;
  /** US dollars that went into the creation before; `makeCreation` says it. */
  spentUsd: number | null = null;

  constructor(
    code: ProviderErrorCode,
    message: string,
    { statusCode = null, retries = 0 }: { statusCode?: number | null; retries?: number } = {},
  ) {
    super(message);
    this.code = code;
    this.statusCode = statusCode;
    this.retries = retries;
  }
}
