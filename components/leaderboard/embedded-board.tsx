import { Logo } from "@/components/layout/logo";
import { countText, rankText, ratingText, spreadText, timeText } from "@/components/ui/number-text";
import type { EmbedQuery } from "@/lib/leaderboard/embed-query";
import type { BoardRow, BoardStandings } from "@/lib/leaderboard/schema";
import { behind } from "./board-address";
import { IntervalPlot } from "./interval-plot";
import { createRatingAxis } from "./rating-axis";

type EmbeddedBoardProps = {
  standings: BoardStandings;
  /** The board's name for people. */
  label: string;
  /** So many of the best at the most. */
  rows: number;
  theme: EmbedQuery["theme"];
};

/** Leads out of the frame, and tells the framing page's window nothing. */
const OUT = { target: "_blank", rel: "noopener" } as const;

/** A board in little, to stand in a frame on another site. */
export function EmbeddedBoard({ standings, label, rows, theme }: EmbeddedBoardProps) {
  const { board, votes, computedAt, entrants } = standings;
  const rated = entrants.filter(({ status }) => status === "rated");
  const shown = rated.slice(0, rows);
  const address = board === "all" ? "/leaderboard" : `/leaderboard?board=${board}`;
  return (
    <main id="content" data-theme={theme} className="flex w-full flex-col gap-3 p-4">
      <header className="flex items-baseline justify-between gap-4">
        <h1 className="font-semibold text-base tracking-[-0.01em]">
          3D objects by blind votes{board === "all" ? "" : `: ${label}`}
        </h1>
        <a
          href={address}
          {...OUT}
          className="flex shrink-0 items-center gap-1.5 font-semibold text-sm underline-offset-4 hover:underline focus-visible:underline pointer-coarse:min-h-11"
        >
          <Logo className="size-4" />
          Polyduel
        </a>
      </header>
      {shown.length > 0 ? (
        <EmbeddedTable rows={shown} />
      ) : (
        <p className="text-ink-2 text-sm">Nobody can be rated on this board yet.</p>
      )}
      <p className="text-ink-3 text-xs">
        {rated.length > shown.length && `The best ${shown.length} of ${countText(rated.length)}. `}
        {countText(votes)} {votes === 1 ? "vote" : "votes"}
        {computedAt !== null && (
          <>
            , as of <time dateTime={computedAt}>{timeText(computedAt)}</time>
          </>
        )}
        . Rank is the range that is plausible at 95 %.
      </p>
    </main>
  );
}

function EmbeddedTable({ rows }: { rows: BoardRow[] }) {
  const axis = createRatingAxis(
    rows.flatMap(({ rating, lower, upper }) =>
      [rating, lower, upper].filter((end) => end !== null),
    ),
  );
  return (
    <table className="w-full border-collapse text-sm tabular-nums">
      <thead className="text-left text-ink-3 text-xs">
        <tr className="border-line-strong border-b *:pb-1.5 *:font-medium">
          <th scope="col" className="w-12">
            Rank
          </th>
          <th scope="col">Entrant</th>
          <th scope="col" className="text-right">
            Rating
          </th>
          <th scope="col" className="hidden w-[30%] pl-6 sm:table-cell">
            95 % interval
          </th>
          <th scope="col" className="hidden w-20 text-right sm:table-cell">
            Battles
          </th>
        </tr>
      </thead>
      <tbody>
        {rows.map(({ slug, name, rank, rankRange, rating, lower, upper, battles }) => (
          <tr key={slug} className="border-line border-b">
            <td className="whitespace-nowrap font-medium">{rankText(rankRange, rank)}</td>
            <th scope="row" className="pr-3 text-left font-medium normal-nums">
              <a
                href={behind.entrant(slug)}
                {...OUT}
                className="block py-2 underline-offset-4 hover:underline focus-visible:underline pointer-coarse:py-3"
              >
                {name}
              </a>
            </th>
            <td className="whitespace-nowrap text-right">
              <span className="font-semibold">{ratingText(rating)}</span>{" "}
              <span className="inline-block min-w-10 text-ink-3 text-xs">
                {spreadText(lower, upper)}
              </span>
            </td>
            <td className="hidden overflow-hidden pl-6 sm:table-cell">
              {rating !== null && lower !== null && upper !== null && (
                <IntervalPlot {...{ rating, lower, upper, axis }} isJoined />
              )}
            </td>
            <td className="hidden text-right text-ink-2 sm:table-cell">{countText(battles)}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
