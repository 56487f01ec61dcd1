import { AISDKError, APICallError } from "ai";
import * as z from "zod";
import type { ProviderErrorCode } from "@/lib/generation/providers/provider-error";
import { redact } from "@/lib/generation/providers/redact";

/** Why one call gave no answer. */
export type CallFailure = {
  code: Extract<ProviderErrorCode, "refused" | "rate_limited" | "unavailable" | "timeout">;
  /** Whether asking again may help. */
  isRetryable: boolean;
  statusCode: number | null;
  /** In the provider's words, without keys. */
  message: string;
  headers: Record<string, string> | undefined;
};

const LONGEST_MESSAGE = 500;
const RETRYABLE_CLIENT_ERRORS = new Set([408, 409, 425, 429]);
/** A 429 of these means that there is no money, which no wait brings back. */
const OUT_OF_MONEY = /insufficient_quota|billing|credit balance/i;

/** Bodies say more than their status: errors come with 200, and a 400 may mean the server. */
const errorBody = z.object({
  error: z.object({
    code: z.union([z.string(), z.number()]).nullish(),
    type: z.string().nullish(),
    message: z.string().nullish(),
  }),
});

/** What an error that the AI SDK or the network threw means for the call. */
export function toCallFailure(
  error: unknown,
  { key, timedOut }: { key: string | null; timedOut: boolean },
): CallFailure {
  const unavailable = { statusCode: null, headers: undefined, isRetryable: true } as const;
  if (timedOut) return { ...unavailable, code: "timeout", message: "no answer in time" };
  if (APICallError.isInstance(error)) return toApiFailure(error, key);
  const message = error instanceof Error ? error.message : String(error);
  const isNetwork = error instanceof Error && "code" in error;
  return {
    ...unavailable,
    code: "unavailable",
    isRetryable: isNetwork || AISDKError.isInstance(error),
    message: tidy(message, key),
  };
}

function toApiFailure(error: APICallError, key: string | null): CallFailure {
  const body = readBody(error);
  const statusCode = statusOf(error, body);
  const isServerAtFault =
    // No status: the network. A good status: an answer that makes no sense.
    statusCode === null ||
    statusCode < 400 ||
    statusCode >= 500 ||
    RETRYABLE_CLIENT_ERRORS.has(statusCode);
  const words = `${body?.code ?? ""} ${body?.type ?? ""} ${error.message}`;
  const isOutOfMoney = statusCode === 429 && OUT_OF_MONEY.test(words);
  return {
    code: isOutOfMoney || !isServerAtFault ? "refused" : codeOf(statusCode),
    isRetryable: isServerAtFault && !isOutOfMoney,
    statusCode,
    message: tidy(body?.message || messageOf(error), key),
    headers: error.responseHeaders,
  };
}

function codeOf(statusCode: number | null): CallFailure["code"] {
  if (statusCode === 429) return "rate_limited";
  return statusCode === 408 ? "timeout" : "unavailable";
}

function readBody(error: APICallError) {
  const whole = errorBody.safeParse(error.data);
  if (whole.success) return whole.data.error;
  // OpenRouter's errors under status 200 come unwrapped.
  const bare = errorBody.shape.error.safeParse(error.data);
  if (bare.success) return bare.data;
  const raw: unknown = error.responseBody;
  const parsed = errorBody.safeParse(raw);
  return parsed.success ? parsed.data.error : null;
}

function statusOf(error: APICallError, body: ReturnType<typeof readBody>): number | null {
  if (body?.code === "server_error") return 500;
  if (body?.code === "rate_limit_exceeded") return 429;
  const { statusCode } = error;
  const said = Number(body?.code);
  if (statusCode !== undefined && statusCode < 400 && said >= 400 && said < 600) return said;
  return statusCode ?? null;
}

/** The SDK's message, which is only the status line when the body was not as expected: then the body's start. */
function messageOf({ message, responseBody, statusCode }: APICallError): string {
  if (typeof responseBody !== "string" || !responseBody.trim()) return message;
  const isBare = !message || message.length < 30;
  const isExpected = statusCode !== undefined && statusCode >= 400 && !isBare;
  return isExpected ? message : `${message}: ${responseBody}`;
}

/** One line, short, without keys. */
function tidy(message: string, key: string | null): string {
  const line = redact(message.toWellFormed(), key)
    .replace(/[\s\p{Cc}]+/gu, " ")
    .trim();
  return line.length > LONGEST_MESSAGE ? `${line.slice(0, LONGEST_MESSAGE)}…` : line;
}
