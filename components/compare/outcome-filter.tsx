import { countText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { PairOutcome } from "@/lib/battle/list-schema";
import type { ComparisonDetail } from "@/lib/compare/schema";
import { countRecord } from "@/lib/vote/vote-record";
import { compareAddress } from "./compare-address";

/** Which battles are listed, with how many there are of each outcome. */
export function OutcomeFilter({ detail }: { detail: ComparisonDetail }) {
  const { comparison, board, outcome: current, record } = detail;
  const { first, second } = comparison;
  if (countRecord(record) === 0) return null;
  const choices: { outcome: PairOutcome | null; label: string; count: number }[] = [
    { outcome: null, label: "All", count: countRecord(record) },
    { outcome: "win", label: `${first.name} won`, count: record.wins },
    { outcome: "loss", label: `${second.name} won`, count: record.losses },
    { outcome: "tie", label: "Ties", count: record.ties },
    { outcome: "both_bad", label: "Both bad", count: record.bothBad },
  ];
  return (
    <nav aria-label="Outcomes" className="flex flex-wrap gap-1.5 pb-3">
      {choices.map(({ outcome, label, count }) => (
        <QuietLink
          key={label}
          href={compareAddress({ first: first.slug, second: second.slug, board, outcome })}
          scroll={false}
          aria-current={outcome === current ? "true" : undefined}
          className="flex min-h-9 items-center gap-1.5 rounded-full border border-line-strong px-3.5 py-1 text-[13px] text-ink-2 hover:border-ink-3 hover:text-ink aria-[current]:border-ink aria-[current]:bg-ink aria-[current]:text-canvas pointer-coarse:min-h-11"
        >
          {label} <span className="tabular-nums">{countText(count)}</span>
        </QuietLink>
      ))}
    </nav>
  );
}
