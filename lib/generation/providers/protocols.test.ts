import sharp from "sharp";
import { describe, expect, test } from "vitest";
import {
  LOCAL_MODEL,
  openTestProvider,
  TEST_KEY,
  TEST_REQUEST,
} from "@/lib/generation/providers/test-entrant";
import type { TestAnswer } from "@/lib/generation/test-provider-server";

describe("each provider in its own protocol", () => {
  const PRICE = "price: { inputPerMillion: 2, cachedInputPerMillion: 1, outputPerMillion: 10 }";
  // (100 · 2 + 20 · 1 + 50 · 10) / 10⁶
  const COST = 0.00072;
  test.each([
    {
      provider: "openai",
      model: "{ provider: openai, id: gpt-5.5, name: G }",
      path: "/v1",
      asked: "/v1/responses",
      key: ["authorization", `Bearer ${TEST_KEY}`],
      body: {
        ...{ model: "gpt-5.5", store: false, max_output_tokens: 65_536 },
        reasoning: { effort: "low" },
      },
      isCold: true,
      cost: COST,
    },
    {
      provider: "anthropic",
      model: "{ provider: anthropic, id: claude-sonnet-4-6, name: C }",
      path: "/v1",
      asked: "/v1/messages",
      key: ["x-api-key", TEST_KEY],
      body: {
        ...{ model: "claude-sonnet-4-6", max_tokens: 65_536 },
        ...{ thinking: { type: "adaptive" }, output_config: { effort: "low" } },
      },
      isCold: true,
      cost: COST,
      reasoning: null,
    },
    {
      provider: "google",
      model: "{ provider: google, id: gemini-3.1-pro-preview, name: G }",
      path: "/v1beta",
      asked: "/v1beta/models/gemini-3.1-pro-preview:generateContent",
      key: ["x-goog-api-key", TEST_KEY],
      body: {
        generationConfig: {
          ...{ maxOutputTokens: 65_536, temperature: 0.7 },
          thinkingConfig: { thinkingLevel: "low" },
        },
      },
      cost: COST,
    },
    {
      provider: "openrouter",
      model: "{ provider: openrouter, id: google/gemma-4-31b, name: G }",
      path: "/api/v1",
      asked: "/api/v1/chat/completions",
      key: ["authorization", `Bearer ${TEST_KEY}`],
      body: {
        ...{ model: "google/gemma-4-31b", temperature: 0.7, max_tokens: 65_536 },
        ...{ reasoning: { effort: "low" }, usage: { include: true } },
      },
      // What it says itself, whatever the file's price.
      cost: 0.0421,
    },
    {
      provider: "openai-compatible",
      model: LOCAL_MODEL.slice("model: ".length),
      path: "/v1",
      asked: "/v1/chat/completions",
      key: ["authorization", `Bearer ${TEST_KEY}`],
      body: { model: "m", temperature: 0.7, max_tokens: 65_536, reasoning_effort: "low" },
      cost: COST,
    },
  ])("$provider", async ({ model, path, asked, key, body, isCold, cost, reasoning = 30 }) => {
    const fields = `model: ${model}\nthinking: low\n${PRICE}`;
    const { server, provider } = await openTestProvider(
      () => ({ text: "import bpy", cost: 0.0421 }),
      { fields, path },
    );
    const webp = await sharp({
      create: { width: 4, height: 4, channels: 3, background: "#336699" },
    })
      .webp({ lossless: true })
      .toBuffer();
    const reply = await provider.ask({
      ...TEST_REQUEST,
      message: [...TEST_REQUEST.message, { type: "image", bytes: webp, mediaType: "image/webp" }],
    });
    expect(reply).toMatchObject({
      text: "import bpy",
      finishReason: expect.stringMatching(/^stop/),
      usage: {
        ...{ inputTokens: 120, outputTokens: 50, cachedInputTokens: 20 },
        reasoningTokens: reasoning,
      },
      ...{ retries: 0, responseModel: "test-model-1" },
    });
    expect(reply?.costUsd).toBeCloseTo(cost, 10);
    expect(reply?.seconds).toBeLessThan(5);
    const [request] = server.requests;
    expect(request?.path).toBe(asked);
    expect(request?.headers[key[0] ?? ""]).toBe(key[1]);
    expect(request?.body).toMatchObject(body);
    // Where a model takes no temperature the reply says that it was not taken.
    expect(request?.text.includes('"temperature"')).toBe(!isCold);
    expect(reply?.warnings.join()).toMatch(isCold ? /temperature/ : /^$/);
    expect(request?.text).toContain("Be a sculptor.");
    expect(request?.text).toContain("A teapot.");
    // The picture as PNG, in base64.
    expect(request?.text).toMatch(/iVBORw0KGgo/);
  });

  test("nothing about temperature or thinking is sent when the file leaves it open", async () => {
    const { server, provider } = await openTestProvider(() => ({ text: "x" }), {
      fields: `${LOCAL_MODEL}\ntemperature: null`,
    });
    await provider.ask(TEST_REQUEST);
    expect(Object.keys(server.requests[0]?.body ?? {}).sort()).toEqual([
      ...["max_tokens", "messages", "model"],
    ]);
  });

  test.each([
    ["openai", "/v1", "{ provider: openai, id: gpt-5.5, name: G }"],
    ["anthropic", "/v1", "{ provider: anthropic, id: claude-sonnet-4-6, name: C }"],
    ["google", "/v1beta", "{ provider: google, id: gemini-2.5-pro, name: G }"],
    ["openrouter", "/api/v1", "{ provider: openrouter, id: a/b, name: G }"],
    ["openai-compatible", "/v1", LOCAL_MODEL.slice("model: ".length)],
  ])("an empty answer of %s is an answer", async (name, path, model) => {
    const answers: TestAnswer[] = [
      { text: "", finish: "length" },
      { text: "", finish: "refusal" },
    ];
    const setup = { fields: `model: ${model}`, path };
    const { provider } = await openTestProvider((_request, n) => answers[n] ?? "drop", setup);
    const cut = await provider.ask(TEST_REQUEST);
    expect(cut).toMatchObject({ text: "", retries: 0 });
    expect(cut?.finishReason).toMatch(/^length/);
    const refused = await provider.ask(TEST_REQUEST);
    // OpenAI refuses in words.
    expect(refused).toMatchObject({ text: name === "openai" ? "no" : "", retries: 0 });
    expect(refused?.finishReason).toMatch(/content-filter|refusal|stop/);
  });

  test("thoughts in the text of a local server are no part of the answer", async () => {
    const { provider } = await openTestProvider(() => ({
      text: "<think>a cube?</think>\nimport bpy",
    }));
    expect((await provider.ask(TEST_REQUEST))?.text.trim()).toBe("import bpy");
  });
});
