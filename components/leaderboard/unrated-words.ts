import { countText } from "@/components/ui/number-text";
import { battlesToFirm } from "@/lib/leaderboard/firm";
import type { BoardRow } from "@/lib/leaderboard/schema";

type Reason = NonNullable<BoardRow["reason"]>;

/** Why an entrant has no rating, and which result it lacks: against the rated ones, or while nobody is rated. */
const WORDS: Record<Reason, Record<"rated" | "nobody", { why: string; lack: string }>> = {
  no_votes: {
    rated: {
      why: "No votes yet.",
      lack: "a tie, or a win and a loss, against rated entrants",
    },
    nobody: {
      why: "No votes yet.",
      lack: "a tie, or a win and a loss, against one entrant",
    },
  },
  undefeated: {
    rated: {
      why: "No rated entrant has taken a point from it yet, directly or through others.",
      lack: "a loss or a tie against a rated entrant",
    },
    nobody: {
      why: "Has not lost or tied yet.",
      lack: "a loss or a tie against one it has beaten",
    },
  },
  winless: {
    rated: {
      why: "Has not taken a point from a rated entrant yet, directly or through others.",
      lack: "a win or a tie against a rated entrant",
    },
    nobody: {
      why: "Has not won or tied yet.",
      lack: "a win or a tie against one that has beaten it",
    },
  },
  disconnected: {
    rated: {
      why: "Has not yet met the rated entrants, directly or through others.",
      lack: "a tie, or a win and a loss, against rated entrants",
    },
    nobody: {
      why: "Has won and lost, but never both against the same entrants.",
      lack: "a tie, or a win over one that has beaten it",
    },
  },
};

/** Why an entrant is not rated, and how many votes of which kind would give it a firm rating. */
export function unratedWords(
  { reason, battles }: Pick<BoardRow, "reason" | "battles">,
  { isAnyoneRated }: { isAnyoneRated: boolean },
): { why: string; missing: string } {
  if (reason === null) return { why: "Not enough votes yet.", missing: "" };
  const { why, lack } = WORDS[reason][isAnyoneRated ? "rated" : "nobody"];
  const votes = battlesToFirm(battles);
  if (votes <= 1) return { why, missing: `Only ${lack}.` };
  const more = battles > 0 ? "more " : "";
  return { why, missing: `${countText(votes)} ${more}votes, among them ${lack}.` };
}
