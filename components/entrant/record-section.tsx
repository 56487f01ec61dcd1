import { countText, percentText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { EntrantRecord, EntrantScope, Opponent } from "@/lib/entrant/schema";
import { bothBadRateOf, countRecord, type VoteRecord } from "@/lib/vote/vote-record";
import { ProfileSection } from "./profile-section";
import { RECORD_COLUMNS, RecordCells } from "./record-cells";
import { ScrollTable } from "./scroll-table";
import { TextLink } from "./text-link";

const COLUMNS = ["Board", ...RECORD_COLUMNS];

/** So many opponents are named beside whom both were found bad. */
const NAMED = 5;

type RecordSectionProps = {
  slug: string;
  record: EntrantRecord;
  /** For the tracks' names. */
  scopes: readonly EntrantScope[];
};

/** An entrant's counted votes in all and by category, and how often both objects were found bad. */
export function RecordSection({ slug, record, scopes }: RecordSectionProps) {
  const { total } = record;
  const votes = countRecord(total);
  const names = new Map(scopes.map(({ track, trackName }) => [track, trackName]));
  return (
    <ProfileSection
      id="battles"
      title="Record"
      lead={
        votes > 0 &&
        "Counted votes only. A tie or a both-bad vote is half a win for each. The battles themselves stand with each opponent, under head to head."
      }
    >
      {votes === 0 ? (
        <p className="text-ink-2 text-sm">No counted vote yet.</p>
      ) : (
        <ScrollTable label="Record by board" columns={COLUMNS} isTall>
          <tr>
            <th scope="row">
              <QuietLink href="#head-to-head">All tracks</QuietLink>
            </th>
            <RecordCells record={total} />
          </tr>
          {record.scopes.map(({ track, category, record: part }) => (
            <tr key={`${track}/${category}`}>
              <th scope="row">
                <QuietLink href={`/leaderboard?board=${track}/${category}`}>
                  {names.get(track) ?? track} · {category.replaceAll("-", " ")}
                </QuietLink>
              </th>
              <RecordCells record={part} />
            </tr>
          ))}
        </ScrollTable>
      )}
      <h3 id="both-bad" className="scroll-mt-4 pt-5 font-semibold text-[15px]">
        Both bad
      </h3>
      <p className="max-w-[68ch] pt-1 text-ink-2 text-sm">
        <BothBad slug={slug} total={total} opponents={record.opponents} />
      </p>
    </ProfileSection>
  );
}

type BothBadProps = { slug: string; total: VoteRecord; opponents: readonly Opponent[] };

function BothBad({ slug, total, opponents }: BothBadProps) {
  if (total.bothBad === 0) return "In no counted vote were both objects found bad.";
  const named = opponents
    .filter(({ record }) => record.bothBad > 0)
    .sort((a, b) => b.record.bothBad - a.record.bothBad)
    .slice(0, NAMED);
  return (
    <>
      In {countText(total.bothBad)} of {countText(countRecord(total))} counted votes both objects
      were found bad: {percentText(bothBadRateOf(total))}. Most often beside{" "}
      {named.map((opponent, at) => (
        <span key={opponent.slug}>
          {at > 0 && ", "}
          <TextLink href={`/compare/${slug}/${opponent.slug}?outcome=both_bad`}>
            {opponent.name} ({countText(opponent.record.bothBad)})
          </TextLink>
        </span>
      ))}
      .
    </>
  );
}
