import { expect, test } from "vitest";
import { type Thinking, thinkingOptions } from "@/lib/generation/providers/thinking";

test.each<[string, string, Thinking | null, unknown]>([
  ["openai", "gpt-5.5", null, {}],
  ["openai", "gpt-5.5", "minimal", { openai: { reasoningEffort: "minimal" } }],
  ["anthropic", "claude-opus-4-7", "none", { anthropic: { thinking: { type: "disabled" } } }],
  [
    ...["anthropic", "claude-opus-4-7", "minimal"],
    { anthropic: { thinking: { type: "adaptive" }, effort: "low" } },
  ],
  ...[
    "claude-haiku-4-5",
    "claude-haiku-4-5-20251001",
    "claude-3-7-sonnet-latest",
    "claude-opus-4-1-20250805",
    "claude-sonnet-4-20250514",
  ].map((id): [string, string, Thinking, unknown] => [
    ...(["anthropic", id, "medium"] as const),
    { anthropic: { thinking: { type: "enabled", budgetTokens: 16_384 } } },
  ]),
  [
    "anthropic",
    "claude-opus-5-5",
    "high",
    { anthropic: { thinking: { type: "adaptive" }, effort: "high" } },
  ],
  ["google", "gemini-2.5-flash", "none", { google: { thinkingConfig: { thinkingBudget: 0 } } }],
  [
    "google",
    "gemini-3.1-pro-preview",
    "high",
    { google: { thinkingConfig: { thinkingLevel: "high" } } },
  ],
  ["openrouter", "x/y", "none", { openrouter: { reasoning: { effort: "none" } } }],
  ["openai-compatible", "qwen3", "low", { openaiCompatible: { reasoningEffort: "low" } }],
] as [string, string, Thinking | null, unknown][])(
  "%s %s %s",
  (provider, id, thinking, options) => {
    expect(thinkingOptions({ provider, id }, thinking)).toEqual(options);
  },
);
