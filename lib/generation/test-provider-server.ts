import { once } from "node:events";
import { createServer, type IncomingMessage } from "node:http";
import * as z from "zod";

/** A local server that speaks the protocols of model providers, for tests. */
export type TestProvider = {
  /** Without a path: providers differ in theirs. */
  origin: string;
  requests: TestRequest[];
  close: () => Promise<void>;
};

export type TestRequest = {
  path: string;
  headers: IncomingMessage["headers"];
  body: Record<string, unknown>;
  /** The body as it came, for looking into. */
  text: string;
  atMs: number;
};

export type TestAnswer =
  | { text: string; finish?: "stop" | "length" | "refusal"; cost?: number }
  | { status: number; headers?: Record<string, string>; body: unknown }
  /** Accepts the request and never answers. */
  | "hang"
  /** Closes the connection. */
  | "drop";

const USAGE = { input: 120, cached: 20, output: 50, reasoning: 30 };

/** Starts a server that answers the nth request, from 0, with what `answer` says. */
export async function startTestProvider(
  answer: (request: TestRequest, n: number) => TestAnswer,
): Promise<TestProvider> {
  const requests: TestRequest[] = [];
  const server = createServer(async (incoming, outgoing) => {
    const pieces: Buffer[] = [];
    for await (const piece of incoming) pieces.push(piece);
    const text = Buffer.concat(pieces).toString("utf8");
    const body = z.record(z.string(), z.unknown()).parse(JSON.parse(text));
    const path = incoming.url ?? "";
    const request = { path, headers: incoming.headers, body, text, atMs: Date.now() };
    const said = answer(request, requests.push(request) - 1);
    if (said === "hang") return;
    if (said === "drop") return incoming.socket.destroy();
    const { status, headers, content } = "text" in said ? wrap(path, said) : plain(said);
    outgoing.writeHead(status, { "content-type": "application/json", ...headers });
    outgoing.end(content);
  });
  server.listen(0, "127.0.0.1");
  await once(server, "listening");
  const address = z.object({ port: z.number() }).parse(server.address());
  return {
    origin: `http://127.0.0.1:${address.port}`,
    requests,
    close: async () => {
      server.closeAllConnections();
      server.close();
      await once(server, "close");
    },
  };
}

function plain({ status, headers = {}, body }: Extract<TestAnswer, { status: number }>) {
  return { status, headers, content: typeof body === "string" ? body : JSON.stringify(body) };
}

type Reply = Extract<TestAnswer, { text: string }>;

function wrap(path: string, reply: Reply) {
  const body = path.endsWith("/responses")
    ? openAiResponse(reply)
    : path.endsWith("/messages")
      ? anthropicMessage(reply)
      : path.endsWith(":generateContent")
        ? googleContent(reply)
        : chatCompletion(reply);
  return plain({ status: 200, body });
}

function chatCompletion({ text, finish = "stop", cost }: Reply) {
  return {
    ...{ id: "chat-1", object: "chat.completion", created: 1_790_000_000, model: "test-model-1" },
    provider: "Test",
    choices: [
      {
        index: 0,
        finish_reason: finish === "refusal" ? "content_filter" : finish,
        message: { role: "assistant", content: text },
      },
    ],
    usage: {
      ...{ prompt_tokens: USAGE.input, completion_tokens: USAGE.output },
      total_tokens: USAGE.input + USAGE.output,
      prompt_tokens_details: { cached_tokens: USAGE.cached },
      completion_tokens_details: { reasoning_tokens: USAGE.reasoning },
      ...(cost !== undefined && { cost }),
    },
  };
}

function openAiResponse({ text, finish = "stop" }: Reply) {
  const part =
    finish === "refusal"
      ? { type: "refusal", refusal: "no" }
      : { type: "output_text", text, annotations: [] };
  return {
    ...{ id: "resp-1", object: "response", created_at: 1_790_000_000, model: "test-model-1" },
    status: finish === "length" ? "incomplete" : "completed",
    incomplete_details: finish === "length" ? { reason: "max_output_tokens" } : null,
    error: null,
    output: [
      { type: "message", id: "msg-1", role: "assistant", status: "completed", content: [part] },
    ],
    usage: {
      ...{ input_tokens: USAGE.input, output_tokens: USAGE.output },
      input_tokens_details: { cached_tokens: USAGE.cached },
      output_tokens_details: { reasoning_tokens: USAGE.reasoning },
    },
  };
}

function anthropicMessage({ text, finish = "stop" }: Reply) {
  const reasons = { stop: "end_turn", length: "max_tokens", refusal: "refusal" };
  return {
    ...{ id: "msg-1", type: "message", role: "assistant", model: "test-model-1" },
    content: text ? [{ type: "text", text }] : [],
    stop_reason: reasons[finish],
    stop_sequence: null,
    usage: {
      input_tokens: USAGE.input - USAGE.cached,
      cache_read_input_tokens: USAGE.cached,
      cache_creation_input_tokens: 0,
      output_tokens: USAGE.output,
    },
  };
}

function googleContent({ text, finish = "stop" }: Reply) {
  const reasons = { stop: "STOP", length: "MAX_TOKENS", refusal: "SAFETY" };
  return {
    candidates: [
      {
        content: { role: "model", parts: text ? [{ text }] : [] },
        finishReason: reasons[finish],
        index: 0,
      },
    ],
    modelVersion: "test-model-1",
    usageMetadata: {
      promptTokenCount: USAGE.input,
      cachedContentTokenCount: USAGE.cached,
      candidatesTokenCount: USAGE.output - USAGE.reasoning,
      thoughtsTokenCount: USAGE.reasoning,
      totalTokenCount: USAGE.input + USAGE.output,
    },
  };
}
