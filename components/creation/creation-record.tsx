import { countText, percentText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import { countRecord, type VoteRecord, winRateOf } from "@/lib/vote/vote-record";
import { FactList } from "./fact-list";

type CreationRecordProps = { record: VoteRecord; promptSlug: string };

/** A creation's counted votes, and the way to the battles they were given in. */
export function CreationRecord({ record, promptSlug }: CreationRecordProps) {
  const votes = countRecord(record);
  return (
    <section aria-labelledby="record">
      <h2 id="record" className="pb-1 font-semibold text-[17px]">
        Record
      </h2>
      {votes === 0 ? (
        <p className="py-2 text-ink-2 text-sm">No counted vote on this creation yet.</p>
      ) : (
        <FactList
          facts={[
            {
              name: "Win rate",
              value: `${percentText(winRateOf(record))}, n = ${countText(votes)}`,
            },
            { name: "Wins", value: countText(record.wins) },
            { name: "Losses", value: countText(record.losses) },
            { name: "Ties", value: countText(record.ties) },
            { name: "Both bad", value: countText(record.bothBad) },
          ]}
        />
      )}
      <QuietLink
        href={`/prompts/${promptSlug}#battles`}
        className="inline-block pt-1 text-ink-2 text-sm underline underline-offset-4 hover:text-ink pointer-coarse:py-3"
      >
        Battles on this prompt
      </QuietLink>
    </section>
  );
}
