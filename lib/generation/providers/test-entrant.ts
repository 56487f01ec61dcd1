import { onTestFinished } from "vitest";
import { type EntrantSpec, parseEntrants } from "@/lib/generation/entrant-file";
import type { ModelReply, ModelRequest } from "@/lib/generation/providers/model-call";
import {
  createProvider,
  type Provider,
  type ProviderDeps,
} from "@/lib/generation/providers/provider";
import {
  startTestProvider,
  type TestAnswer,
  type TestProvider,
  type TestRequest,
} from "@/lib/generation/test-provider-server";

/** For tests: a key that must turn up nowhere, an entrant and a request. */

export const TEST_KEY = "sk-proj-AbCdEf0123456789-do_not_tell";

/** A model of a server that speaks the OpenAI protocol, in YAML. */
export const LOCAL_MODEL =
  'model: { provider: openai-compatible, id: m, name: M, baseUrl: "http://x/v1", apiKeyVariable: LOCAL_API_KEY }';

/** An entrant from lines of YAML. */
export function entrantOf(fields: string, folder = "/"): EntrantSpec {
  const text = `entrants:\n  - slug: tested\n    name: Tested\n${fields.replace(/^/gm, "    ")}`;
  const [entrant] = parseEntrants(text, { name: "test", folder });
  if (!entrant) throw new Error("no entrant");
  return entrant;
}

export const TEST_REQUEST: ModelRequest = {
  system: "Be a sculptor.",
  message: [{ type: "text", text: "A teapot." }],
  ...{ entrant: "tested", track: "text-to-3d", prompt: "teapot", source: null },
  ...{ attempt: 1, kind: "first" },
};

/** What a model might have answered. */
export function replyOf(reply: string | Partial<ModelReply>): ModelReply {
  return {
    ...{ text: "", finishReason: "stop", costUsd: 0.01, seconds: 7, retries: 0, warnings: [] },
    usage: { inputTokens: 10, outputTokens: 20, reasoningTokens: 5, cachedInputTokens: 0 },
    responseModel: "m-1",
    ...(typeof reply === "string" ? { text: reply } : reply),
  };
}

type ProviderSetup = { fields?: string; path?: string; deps?: Partial<ProviderDeps> };

/** A provider of an entrant, impatient, on a local server that answers as told until the test is over. */
export async function openTestProvider(
  answer: (request: TestRequest, n: number) => TestAnswer,
  { fields = LOCAL_MODEL, path = "/v1", deps }: ProviderSetup = {},
): Promise<{ server: TestProvider; provider: Provider }> {
  const server = await startTestProvider(answer);
  onTestFinished(() => server.close());
  const provider = createProvider(entrantOf(fields), {
    readApiKey: () => TEST_KEY,
    baseUrl: server.origin + path,
    patience: { baseMs: 10 },
    ...deps,
  });
  return { server, provider };
}
