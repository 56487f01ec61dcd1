import { secondsText } from "@/components/ui/measure-text";
import type { ListedVote } from "@/lib/admin/vote-schema";
import type { Outcome } from "@/lib/vote/schema";

export const OUTCOME_WORDS: Record<Outcome, string> = {
  left: "Left",
  right: "Right",
  tie: "Tie",
  both_bad: "Both bad",
};

const DEVICES: Record<string, string> = { fine: "mouse", coarse: "touch" };

/** How the voter looked, as their browser told it: "4.2 s, turned both, mouse". */
export function lookText({ msToVote, orbited, viewer, device }: ListedVote): string {
  if (msToVote === null) return "Not told";
  const turned = (["left", "right"] as const).filter((side) => orbited[side]);
  return [
    secondsText(msToVote / 1000),
    turned.length === 2 ? "turned both" : turned[0] ? `turned ${turned[0]}` : "turned none",
    viewer === "posters" && "still pictures",
    device && DEVICES[device],
  ]
    .filter(Boolean)
    .join(", ");
}
