import type { Side } from "@/lib/battle/schema";
import type { Outcome } from "@/lib/vote/schema";

/** Voters know the sides by letter and place, never by colour. */
export const LETTERS = { left: "A", right: "B" } as const satisfies Record<Side, string>;

type Verdict = { outcome: Outcome; label: string; key: string; said: string };

/** The four judgements, as buttons and as sentences. */
export const VERDICTS: Record<Outcome, Verdict> = {
  left: { outcome: "left", label: "A is better", key: "A", said: "You picked A" },
  tie: { outcome: "tie", label: "Tie", key: "T", said: "You called it a tie" },
  right: { outcome: "right", label: "B is better", key: "B", said: "You picked B" },
  both_bad: { outcome: "both_bad", label: "Both bad", key: "X", said: "You found both bad" },
};

/** How an outcome marks a side: the preferred one, the other one, or neither. */
export function verdictOn(side: Side, outcome: Outcome): "picked" | "passed" | null {
  if (outcome === "both_bad") return "passed";
  if (outcome === "tie") return null;
  return outcome === side ? "picked" : "passed";
}
