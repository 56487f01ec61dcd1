import { countText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { Opponent } from "@/lib/entrant/schema";
import { ProfileSection } from "./profile-section";
import { RECORD_COLUMNS, RecordCells } from "./record-cells";
import { ScrollTable } from "./scroll-table";

const COLUMNS = ["Against", ...RECORD_COLUMNS];

type HeadToHeadSectionProps = { slug: string; opponents: readonly Opponent[] };

/** An entrant against everybody it met, each row leading to the battles of that pair. */
export function HeadToHeadSection({ slug, opponents }: HeadToHeadSectionProps) {
  return (
    <ProfileSection
      id="head-to-head"
      title="Head to head"
      lead={
        opponents.length > 0 &&
        "Whom it met most comes first. A name leads to the battles of the two, a both-bad count to those where both were found bad."
      }
    >
      {opponents.length === 0 ? (
        <p className="text-ink-2 text-sm">It has met nobody in a counted vote yet.</p>
      ) : (
        <ScrollTable label="Record by opponent" columns={COLUMNS} isTall>
          {opponents.map((opponent) => (
            <Row key={opponent.slug} address={`/compare/${slug}/${opponent.slug}`} {...opponent} />
          ))}
        </ScrollTable>
      )}
    </ProfileSection>
  );
}

function Row({ address, name, record }: Opponent & { address: string }) {
  const { bothBad } = record;
  const link = (
    <QuietLink
      href={`${address}?outcome=both_bad`}
      aria-label={`${countText(bothBad)} both bad against ${name}`}
    >
      {countText(bothBad)}
    </QuietLink>
  );
  return (
    <tr>
      <th scope="row">
        <QuietLink href={address}>{name}</QuietLink>
      </th>
      <RecordCells record={record} bothBad={bothBad > 0 ? link : undefined} />
    </tr>
  );
}
