import { secondsText } from "@/components/ui/measure-text";
import { countText, percentText, timeText } from "@/components/ui/number-text";
import type { VoterProfile } from "@/lib/admin/vote-schema";
import { ActionDialog } from "./action-dialog";
import { ReasonSelect } from "./reason-select";
import { OUTCOME_WORDS } from "./vote-words";

const SHADES = {
  left: "bg-accent",
  tie: "bg-ink-3",
  both_bad: "bg-line-strong",
  right: "bg-ink",
} as const;
const ORDER = ["left", "tie", "both_bad", "right"] as const;

type VoterPanelProps = { profile: VoterProfile; mayExclude: boolean };

/** All votes of one voter together: whether they favour a side, and whether others agree with them. */
export function VoterPanel({ profile, mayExclude }: VoterPanelProps) {
  const { pseudonym, votes, excluded, skips, outcomes, agreement, firstAt, lastAt } = profile;
  const counted = votes - excluded;
  return (
    <section
      aria-labelledby="voter"
      className="mb-6 flex flex-col gap-4 rounded-card border border-line bg-surface p-4"
    >
      <div className="flex flex-wrap items-center justify-between gap-3">
        <h2 id="voter" className="font-semibold text-[17px]">
          Voter <span className="font-mono font-normal text-base">{pseudonym}</span>
        </h2>
        {mayExclude && (
          <div className="flex flex-wrap gap-2">
            {counted > 0 && <ExcludeAll voter={pseudonym} votes={counted} />}
            {excluded > 0 && <RestoreAll voter={pseudonym} votes={excluded} />}
          </div>
        )}
      </div>
      <dl className="grid grid-cols-2 gap-x-6 gap-y-3 text-sm tabular-nums sm:grid-cols-4">
        <Fact name="Votes">{countText(votes)}</Fact>
        <Fact name="Excluded">{countText(excluded)}</Fact>
        <Fact name="Skips">{countText(skips)}</Fact>
        <Fact name="Median time to vote">
          {secondsText(profile.medianMsToVote === null ? null : profile.medianMsToVote / 1000)}
        </Fact>
        <Fact name="Others agree">
          {agreement.n === 0
            ? "Nobody else saw these pairs"
            : `${percentText(agreement.same / agreement.n)} of ${countText(agreement.n)}`}
        </Fact>
        <Fact name="First vote">
          <time dateTime={firstAt}>{timeText(firstAt)}</time>
        </Fact>
        <Fact name="Last vote">
          <time dateTime={lastAt}>{timeText(lastAt)}</time>
        </Fact>
      </dl>
      <div className="flex flex-col gap-2">
        <div aria-hidden="true" className="flex h-2.5 gap-px overflow-hidden rounded-full">
          {ORDER.filter((outcome) => outcomes[outcome] > 0).map((outcome) => (
            <span
              key={outcome}
              className={SHADES[outcome]}
              style={{ width: `${(outcomes[outcome] / votes) * 100}%` }}
            />
          ))}
        </div>
        <ul className="flex flex-wrap gap-x-5 gap-y-1 text-[13px] text-ink-2 tabular-nums">
          {ORDER.map((outcome) => (
            <li key={outcome} className="flex items-center gap-1.5">
              <span aria-hidden="true" className={`size-2.5 rounded-full ${SHADES[outcome]}`} />
              {OUTCOME_WORDS[outcome]} {countText(outcomes[outcome])} (
              {percentText(outcomes[outcome] / votes)})
            </li>
          ))}
        </ul>
      </div>
    </section>
  );
}

function Fact({ name, children }: { name: string; children: React.ReactNode }) {
  return (
    <div>
      <dt className="text-[13px] text-ink-3">{name}</dt>
      <dd>{children}</dd>
    </div>
  );
}

function ExcludeAll({ voter, votes }: { voter: string; votes: number }) {
  return (
    <ActionDialog
      trigger={`Exclude all ${countText(votes)}`}
      title="Exclude every vote of this voter"
      url="/api/admin/votes/exclude"
      body={{ votes: { voter } }}
      submit="Exclude"
    >
      <p className="text-ink-2">
        {countText(votes)} {votes === 1 ? "vote stays" : "votes stay"} on record but no longer
        count. Every board follows within seconds. You can restore them.
      </p>
      <ReasonSelect />
    </ActionDialog>
  );
}

function RestoreAll({ voter, votes }: { voter: string; votes: number }) {
  return (
    <ActionDialog
      trigger={`Restore all ${countText(votes)}`}
      title="Restore every excluded vote of this voter"
      url="/api/admin/votes/restore"
      body={{ votes: { voter } }}
      submit="Restore"
    >
      <p className="text-ink-2">
        {countText(votes)} {votes === 1 ? "vote counts" : "votes count"} again, as before they were
        excluded.
      </p>
    </ActionDialog>
  );
}
