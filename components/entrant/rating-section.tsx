import { countText, NOTHING, percentText, rankText, ratingText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { EntrantRating } from "@/lib/entrant/schema";
import type { BoardRow } from "@/lib/leaderboard/schema";
import { ProfileSection } from "./profile-section";
import { ScrollTable } from "./scroll-table";

const COLUMNS = ["Board", "Rank", "Rating", "95 % interval", "Battles", "Win rate", "Executes"];

const REASONS = {
  no_votes: "no votes yet",
  undefeated: "has lost to nobody yet",
  winless: "has won against nobody yet",
  disconnected: "has not met the others yet",
} as const;

/** How an entrant stands on every board where it has met somebody. */
export function RatingSection({ ratings }: { ratings: readonly EntrantRating[] }) {
  const met = ratings.filter(({ row, board }) => row.battles > 0 || board === "all");
  return (
    <ProfileSection
      id="ratings"
      title="Ratings"
      lead={
        met.length > 0 &&
        "On the Elo scale. Rank is the range that is plausible at 95 %; only creations that executed meet others."
      }
    >
      {met.length === 0 ? (
        <p className="text-ink-2 text-sm">It stands on no board yet.</p>
      ) : (
        <ScrollTable label="Ratings by board" columns={COLUMNS} isTall>
          {met.map(({ board, label, row, rated }) => (
            <tr key={board}>
              <th scope="row">
                <QuietLink href={board === "all" ? "/leaderboard" : `/leaderboard?board=${board}`}>
                  {label}
                </QuietLink>
              </th>
              <RatingCells row={row} rated={rated} />
              <td>{countText(row.battles)}</td>
              <td>{percentText(row.winRate)}</td>
              <td>
                <QuietLink href="#failures">{percentText(row.executability)}</QuietLink>
              </td>
            </tr>
          ))}
        </ScrollTable>
      )}
    </ProfileSection>
  );
}

function RatingCells({ row, rated }: { row: BoardRow; rated: number }) {
  const { rating, lower, upper, reason } = row;
  if (rating === null)
    return (
      <td colSpan={3} className="text-ink-2">
        Not yet rated{reason && `: ${REASONS[reason]}`}
      </td>
    );
  return (
    <>
      <td>
        {rankText(row.rankRange, row.rank)}
        <span className="text-ink-3"> of {countText(rated)}</span>
      </td>
      <td className="font-semibold">{ratingText(rating)}</td>
      <td>
        {lower === null || upper === null
          ? NOTHING
          : `${ratingText(lower)} to ${ratingText(upper)}`}
      </td>
    </>
  );
}
