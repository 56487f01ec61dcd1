import type { Price } from "@/lib/generation/entrant-schema";
import type { TokenUsage } from "@/lib/generation/providers/model-call";

const MILLION = 1_000_000;

/**
 * US dollars for one call: (input − cached)·pᵢ + cached·p_c + output·pₒ, prices per million tokens; cached input
 * costs what input costs unless it has a price. Null without a price or without a count of tokens.
 */
export function costOf(usage: TokenUsage, price: Price | null): number | null {
  const { inputTokens, outputTokens, cachedInputTokens } = usage;
  if (!price || inputTokens === null || outputTokens === null) return null;
  const cached = Math.min(cachedInputTokens ?? 0, inputTokens);
  const { inputPerMillion, outputPerMillion, cachedInputPerMillion = inputPerMillion } = price;
  return (
    ((inputTokens - cached) * inputPerMillion +
      cached * cachedInputPerMillion +
      outputTokens * outputPerMillion) /
    MILLION
  );
}

/** The sum of what is known; null when nothing is. */
export function sumKnown(values: readonly (number | null)[]): number | null {
  const known = values.filter((value) => value !== null);
  return known.length > 0 ? known.reduce((sum, value) => sum + value, 0) : null;
}
