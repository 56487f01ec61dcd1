import type { generateText } from "ai";

/** How much a model is asked to think before it answers; an entrant with none of them leaves it to the provider. */
export const THINKING_LEVELS = ["none", "minimal", "low", "medium", "high"] as const;
export type Thinking = (typeof THINKING_LEVELS)[number];

export type ProviderOptions = NonNullable<Parameters<typeof generateText>[0]["providerOptions"]>;

type Asked = { provider: string; id: string };

/** Claude before 4.6 has no adaptive thinking: it takes a budget of tokens. */
const CLAUDE_WITH_BUDGET = /claude-(?:3|(?:opus|sonnet|haiku)-4(?:-[015])?(?:-\d{8}|-latest|@|$))/;
const GEMINI_WITH_BUDGET = /gemini-(?:1|2)(?:[.-]|$)/;
const GEMINI = /gemini-\d/;

const CLAUDE_BUDGETS = { minimal: 1024, low: 4096, medium: 16_384, high: 32_768 } as const;
const GEMINI_BUDGETS = { none: 0, minimal: 512, low: 2048, medium: 8192, high: 24_576 } as const;

/** What is wrong with asking this model for this level, null when nothing is known to be. */
export function thinkingProblem({ provider, id }: Asked, thinking: Thinking | null): string | null {
  const isLevelled = provider === "google" && GEMINI.test(id) && !GEMINI_WITH_BUDGET.test(id);
  if (thinking === "none" && isLevelled)
    return `${id} always thinks: take minimal or low, or leave it out`;
  return null;
}

/** The provider's own words for a thinking level, in the AI SDK's providerOptions. */
export function thinkingOptions(
  { provider, id }: Asked,
  thinking: Thinking | null,
): ProviderOptions {
  if (thinking === null) return {};
  switch (provider) {
    case "openai":
      return { openai: { reasoningEffort: thinking } };
    case "anthropic":
      return { anthropic: claudeThinking(id, thinking) };
    case "google":
      return { google: { thinkingConfig: geminiThinking(id, thinking) } };
    case "openrouter":
      return { openrouter: { reasoning: { effort: thinking } } };
    default:
      return { openaiCompatible: { reasoningEffort: thinking } };
  }
}

function claudeThinking(id: string, thinking: Thinking) {
  if (thinking === "none") return { thinking: { type: "disabled" } };
  if (CLAUDE_WITH_BUDGET.test(id))
    return { thinking: { type: "enabled", budgetTokens: CLAUDE_BUDGETS[thinking] } };
  // Its lowest effort.
  const effort = thinking === "minimal" ? "low" : thinking;
  return { thinking: { type: "adaptive" }, effort };
}

function geminiThinking(id: string, thinking: Thinking) {
  if (GEMINI_WITH_BUDGET.test(id)) return { thinkingBudget: GEMINI_BUDGETS[thinking] };
  return { thinkingLevel: thinking === "none" ? "minimal" : thinking };
}
