/** A vote: the side that won, or that neither did. */
export type Outcome = "left" | "right" | "tie" | "both_bad";

/** Points of the entrant shown left: a win 1, a loss 0, a tie or both-bad ½. */
export function pointsOfLeft(outcome: Outcome): number {
  switch (outcome) {
    case "left":
      return 1;
    case "right":
      return 0;
    case "tie":
    case "both_bad":
      return 0.5;
  }
}
