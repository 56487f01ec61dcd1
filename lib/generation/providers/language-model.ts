import { createAnthropic } from "@ai-sdk/anthropic";
import { createGoogleGenerativeAI } from "@ai-sdk/google";
import { createOpenAI } from "@ai-sdk/openai";
import { createOpenAICompatible } from "@ai-sdk/openai-compatible";
import { createOpenRouter } from "@openrouter/ai-sdk-provider";
import { extractReasoningMiddleware, type LanguageModel, wrapLanguageModel } from "ai";
import type { ModelSpec } from "@/lib/generation/entrant-file";
import { patientFetch } from "@/lib/generation/providers/patient-fetch";

export type HostedModel = Exclude<ModelSpec, { provider: "replay" }>;

/** Said outright: left out, the AI SDK would look for another in the environment. */
const BASE_URLS = {
  openai: "https://api.openai.com/v1",
  anthropic: "https://api.anthropic.com/v1",
  google: "https://generativelanguage.googleapis.com/v1beta",
  openrouter: "https://openrouter.ai/api/v1",
} as const;

const KEY_VARIABLES = {
  openai: "OPENAI_API_KEY",
  anthropic: "ANTHROPIC_API_KEY",
  google: "GOOGLE_GENERATIVE_AI_API_KEY",
  openrouter: "OPENROUTER_API_KEY",
  "openai-compatible": null,
} as const;

/** The variable that holds the key of a model's provider; null for a server that needs none. */
export function keyVariableOf(model: HostedModel): string | null {
  return model.apiKeyVariable ?? KEY_VARIABLES[model.provider];
}

/** Where a model's provider listens. */
export function baseUrlOf(model: HostedModel): string {
  return model.provider === "openai-compatible" ? model.baseUrl : BASE_URLS[model.provider];
}

/** A model as the AI SDK calls it. An empty key is for servers that need none. */
export function languageModel(
  { provider, id }: HostedModel,
  { baseURL, apiKey }: { baseURL: string; apiKey: string },
): Exclude<LanguageModel, string> {
  const settings = { baseURL, apiKey, fetch: patientFetch };
  switch (provider) {
    case "openai":
      return createOpenAI(settings).responses(id);
    case "anthropic":
      return createAnthropic(settings)(id);
    case "google":
      return createGoogleGenerativeAI(settings)(id);
    case "openrouter":
      return createOpenRouter({ ...settings, compatibility: "strict" }).chat(id, {
        // It then says what a call cost.
        usage: { include: true },
      });
    case "openai-compatible": {
      const name = "openaiCompatible";
      const { apiKey: _, ...keyless } = settings;
      const server = createOpenAICompatible({ name, ...(apiKey ? settings : keyless) });
      return wrapLanguageModel({
        model: server(id),
        // Servers without a reasoning parser send thoughts as part of the text.
        middleware: extractReasoningMiddleware({ tagName: "think" }),
      });
    }
  }
}
