import { NOTHING, percentText, timeText } from "@/components/ui/number-text";
import type { ComparisonDetail } from "@/lib/compare/schema";
import { winRateInterval } from "@/lib/compare/win-rate-interval";
import { countRecord, winRateOf } from "@/lib/vote/vote-record";
import { probabilityText } from "./probability-text";

/** What the votes between two entrants say on a board, beside what the board's ratings say from everybody's. */
export function BoardFigures({ detail }: { detail: ComparisonDetail }) {
  const { comparison, record, prediction } = detail;
  const { name } = comparison.first;
  const interval = winRateInterval(record);
  const votes = countRecord(record);
  return (
    <>
      <dl className="grid gap-3 pt-3 sm:grid-cols-3">
        <Figure
          label={`Observed win rate of ${name}`}
          value={percentText(winRateOf(record))}
          note={
            interval
              ? `n = ${votes}, 95 % interval ${percentText(interval.lower)} to ${percentText(interval.upper)}`
              : "They have not met here"
          }
        />
        <Figure
          label="Predicted by the ratings"
          value={prediction ? percentText(prediction.winRate) : NOTHING}
          note={
            prediction?.winRate == null
              ? "Not both are rated on this board"
              : "From everybody's votes, a tie half"
          }
        />
        <Figure
          label={`${name} ranks above`}
          value={probabilityText(prediction?.above ?? null)}
          note={
            prediction?.above == null
              ? "Not both are rated on this board"
              : "Probability, given all votes of the board"
          }
        />
      </dl>
      <p className="max-w-[80ch] pt-3 text-[13px] text-ink-3 leading-5">
        Counted votes only; a tie or a both-bad vote is half a win for each. The interval is
        Wilson's and takes the votes as independent.
        {prediction && prediction.winRate !== null && (
          <>
            {" "}
            Prediction and rank are those of the board computed{" "}
            <time dateTime={prediction.computedAt}>{timeText(prediction.computedAt)}</time>.
          </>
        )}
      </p>
    </>
  );
}

function Figure({ label, value, note }: { label: string; value: string; note: string }) {
  return (
    <div className="flex flex-col rounded-card border border-line bg-surface p-4">
      <dt className="text-ink-2 text-sm">{label}</dt>
      <dd className="pt-1 font-semibold text-2xl tabular-nums tracking-[-0.02em]">{value}</dd>
      <dd className="text-[13px] text-ink-3 tabular-nums leading-5">{note}</dd>
    </div>
  );
}
