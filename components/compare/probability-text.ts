import { percentText } from "@/components/ui/number-text";

/** A probability that was estimated: never quite nothing, never quite certain. */
export function probabilityText(probability: number | null): string {
  if (probability === null) return percentText(null);
  if (probability > 0.99) return `> ${percentText(0.99)}`;
  if (probability < 0.01) return `< ${percentText(0.01)}`;
  return percentText(probability);
}
