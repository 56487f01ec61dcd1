import { countText, percentText } from "@/components/ui/number-text";
import {
  FEWEST_VOTES_ON_A_PROMPT,
  type PromptExtremes,
  type PromptRecord,
} from "@/lib/entrant/schema";
import { countRecord, winRateOf } from "@/lib/vote/vote-record";
import { ProfileSection } from "./profile-section";
import { TextLink } from "./text-link";

/** Where an entrant does well and where it does not. */
export function PromptSection({ extremes }: { extremes: PromptExtremes }) {
  const { best, worst } = extremes;
  return (
    <ProfileSection
      id="prompts"
      title="Best and worst prompts"
      lead={`By win rate, among prompts with at least ${FEWEST_VOTES_ON_A_PROMPT} counted votes on its creations. So few votes still leave much to chance.`}
    >
      {best.length === 0 ? (
        <p className="text-ink-2 text-sm">None has that many votes yet.</p>
      ) : (
        <div className="grid gap-x-10 gap-y-6 md:grid-cols-2">
          <PromptList title="Best" prompts={best} />
          {worst.length > 0 && <PromptList title="Worst" prompts={worst} />}
        </div>
      )}
    </ProfileSection>
  );
}

function PromptList({ title, prompts }: { title: string; prompts: readonly PromptRecord[] }) {
  return (
    <div>
      <h3 className="pb-1 font-semibold text-[15px]">{title}</h3>
      <ol className="divide-y divide-line text-sm">
        {prompts.map(({ slug, title: prompt, record }) => (
          <li key={slug} className="flex items-baseline justify-between gap-6 py-2">
            <TextLink href={`/prompts/${slug}`} className="min-w-0">
              {prompt}
            </TextLink>
            <span className="shrink-0 tabular-nums">
              <span className="font-medium">{percentText(winRateOf(record))}</span>
              <span className="inline-block min-w-16 text-right text-ink-3">
                n = {countText(countRecord(record))}
              </span>
            </span>
          </li>
        ))}
      </ol>
    </div>
  );
}
