import { rankText, ratingText, spreadText } from "@/components/ui/number-text";
import type { Badge } from "@/lib/leaderboard/badge";
import type { Standing } from "@/lib/leaderboard/schema";

/** "Polyduel | 1087 ± 24 · rank 1–2", or "not yet rated", about one entrant on one board. */
export function entrantBadge({ name, board, row }: Standing): Badge {
  const label = labelOf(board);
  const isMuted = row?.rating == null;
  const value = isMuted ? "not yet rated" : ratedText(row);
  return { label, value, title: `${name} on ${label}: ${value}`, isMuted };
}

/** The board's narrowest name: nobody should take a category's rank for the rank. */
function labelOf(board: string): string {
  if (board === "all") return "Polyduel";
  return `Polyduel ${(board.split("/").at(-1) ?? board).replaceAll("-", " ")}`;
}

function ratedText({
  rating,
  lower,
  upper,
  rank,
  rankRange,
}: NonNullable<Standing["row"]>): string {
  const figure = [ratingText(rating), spreadText(lower, upper)].filter(Boolean).join(" ");
  return `${figure} · rank ${rankText(rankRange, rank)}`;
}
