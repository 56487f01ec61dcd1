import { type GenerateTextResult, generateText, type ToolSet } from "ai";
import sharp from "sharp";
import type { EntrantSpec } from "@/lib/generation/entrant-file";
import { type CallFailure, toCallFailure } from "@/lib/generation/providers/call-error";
import { costOf } from "@/lib/generation/providers/cost";
import { laneOf } from "@/lib/generation/providers/lane";
import { type HostedModel, languageModel } from "@/lib/generation/providers/language-model";
import type {
  Ask,
  ModelImage,
  ModelReply,
  ModelRequest,
  TokenUsage,
} from "@/lib/generation/providers/model-call";
import {
  type Clock,
  callPersistently,
  type Patience,
} from "@/lib/generation/providers/persistence";
import { redact, withoutKey } from "@/lib/generation/providers/redact";
import { thinkingOptions } from "@/lib/generation/providers/thinking";
import { logger } from "@/lib/logger";

// They are taken from each answer instead: standard output stays the program's own.
globalThis.AI_SDK_LOG_WARNINGS = false;

export type SdkSettings = {
  baseURL: string;
  key: string | null;
  clock: Clock;
  patience: Patience;
};

type Result = GenerateTextResult<ToolSet, never>;
type Answer = Pick<ModelReply, "text" | "finishReason" | "usage" | "responseModel" | "warnings"> & {
  statedCostUsd: number | null;
};

/** Asks a provider behind HTTP, through the Vercel AI SDK without its own retries, which forget waits over a minute. */
export function createSdkAsk(
  spec: EntrantSpec & { model: HostedModel },
  { baseURL, key, clock, patience }: SdkSettings,
): Ask {
  const { model, requestsPerMinute, timeoutSeconds } = spec;
  const sdkModel = languageModel(model, { baseURL, apiKey: key ?? "" });
  const lane = laneOf(JSON.stringify([model.provider, baseURL, key]));
  const persistence = {
    ...{ name: `${model.provider} (${model.id})`, lane, model: model.id },
    ...{ requestsPerMinute, clock, patience },
  };
  const warned = new Set<string>();

  const call = async (
    settings: Parameters<typeof generateText>[0],
    signal: AbortSignal | undefined,
  ): Promise<{ value: Answer } | { failure: CallFailure }> => {
    const clockSignal = AbortSignal.timeout(timeoutSeconds * 1000);
    const abortSignal = signal ? AbortSignal.any([signal, clockSignal]) : clockSignal;
    try {
      return { value: toAnswer(await generateText({ ...settings, abortSignal }), key) };
    } catch (error) {
      signal?.throwIfAborted();
      return { failure: toCallFailure(error, { key, timedOut: clockSignal.aborted }) };
    }
  };

  return async (request, options = {}) => {
    const settings = { ...(await toSettings(request, spec)), model: sdkModel };
    const { value, seconds, retries } = await callPersistently(
      () => call(settings, options.signal),
      persistence,
      options,
    );
    for (const warning of value.warnings.filter((one) => !warned.has(one))) {
      warned.add(warning);
      logger.warn({ entrant: spec.slug }, warning);
    }
    const { statedCostUsd, ...answer } = value;
    const costUsd = statedCostUsd ?? costOf(value.usage, spec.price);
    return { ...answer, costUsd, seconds, retries };
  };
}

async function toSettings({ system, message }: ModelRequest, spec: EntrantSpec) {
  const { model, temperature, maxOutputTokens, thinking } = spec;
  const content = await Promise.all(
    message.map(async (part) =>
      part.type === "text"
        ? part
        : { type: "image" as const, image: await toPng(part), mediaType: "image/png" },
    ),
  );
  const options = thinkingOptions(model, thinking);
  // Nothing is kept at OpenAI: prompts may be unpublished.
  const openai = { ...options.openai, store: false };
  return {
    system,
    messages: [{ role: "user" as const, content }],
    maxRetries: 0,
    maxOutputTokens,
    ...(temperature !== null && { temperature }),
    providerOptions: model.provider === "openai" ? { ...options, openai } : options,
  };
}

/** Not every server that speaks the OpenAI protocol can read WebP. Lossless, so that all see the same. */
async function toPng({ bytes, mediaType }: ModelImage): Promise<Uint8Array> {
  if (mediaType === "image/png") return bytes;
  return new Uint8Array(await sharp(bytes).png().toBuffer());
}

function toAnswer(result: Result, key: string | null): Answer {
  const { text, finishReason, rawFinishReason, usage, warnings, response } = result;
  const isPlain = !rawFinishReason || rawFinishReason === finishReason;
  return {
    text: withoutKey(text, key),
    finishReason: redact(isPlain ? finishReason : `${finishReason} (${rawFinishReason})`, key),
    usage: toUsage(usage),
    responseModel: redact(modelVersion(response.body) ?? response.modelId, key) || null,
    warnings: (warnings ?? []).map((warning) => redact(describeWarning(warning), key)),
    statedCostUsd: statedCost(result),
  };
}

/** Gemini's own name for what answered; the SDK passes on the one that was asked for. */
function modelVersion(body: unknown): string | null {
  const said: unknown = typeof body === "object" && body ? Reflect.get(body, "modelVersion") : null;
  return typeof said === "string" ? said : null;
}

function toUsage(usage: Result["usage"]): TokenUsage {
  return {
    inputTokens: usage.inputTokens ?? null,
    outputTokens: usage.outputTokens ?? null,
    reasoningTokens: usage.outputTokenDetails?.reasoningTokens ?? null,
    cachedInputTokens: usage.inputTokenDetails?.cacheReadTokens ?? null,
  };
}

/** OpenRouter says what a call cost, in US dollars. */
function statedCost({ providerMetadata }: Result): number | null {
  const said: unknown = providerMetadata?.openrouter?.usage;
  const cost: unknown = typeof said === "object" && said ? Reflect.get(said, "cost") : null;
  return typeof cost === "number" && cost >= 0 ? cost : null;
}

function describeWarning(warning: NonNullable<Result["warnings"]>[number]): string {
  if (warning.type === "other") return warning.message;
  const { feature, details } = warning;
  return details ?? `${feature} is not supported`;
}
