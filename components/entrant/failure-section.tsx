import { familyWords, statusWords } from "@/components/creation/status-words";
import { countText, percentText } from "@/components/ui/number-text";
import type { EntrantScope, FailureGroup } from "@/lib/entrant/schema";
import { ProfileSection } from "./profile-section";
import { TextLink } from "./text-link";

type FailureSectionProps = {
  slug: string;
  failures: readonly FailureGroup[];
  scopes: readonly EntrantScope[];
};

/** Creations without an object, by how they failed, each kind with one error as it was. */
export function FailureSection({ slug, failures, scopes }: FailureSectionProps) {
  const tried = scopes.reduce((sum, { creations }) => sum + creations, 0);
  const failed = scopes.reduce((sum, scope) => sum + scope.failed, 0);
  return (
    <ProfileSection
      id="failures"
      title="Failures"
      lead={
        failed > 0 &&
        `${countText(failed)} of ${countText(tried)} creations have no object: ${percentText((tried - failed) / tried)} executed. A board counts the first creation for each prompt alone. Errors are those of the last attempt.`
      }
    >
      {failures.length === 0 ? (
        <p className="text-ink-2 text-sm">
          {tried === 0 ? "It has made nothing yet." : "No failures: every creation has an object."}
        </p>
      ) : (
        <ul className="flex flex-col gap-4">
          {failures.map((group) => (
            <li key={group.key} className="rounded-card border border-line bg-surface p-4 sm:p-5">
              <Group slug={slug} group={group} />
            </li>
          ))}
        </ul>
      )}
    </ProfileSection>
  );
}

function Group({ slug, group }: { slug: string; group: FailureGroup }) {
  const { key, status, family, count, example } = group;
  const words = familyWords(family);
  return (
    <>
      <div className="flex flex-wrap items-baseline justify-between gap-x-6">
        <h3 className="font-semibold text-[15px]">
          {statusWords(status)}
          {words && <span className="font-normal text-ink-2">: {words}</span>}
        </h3>
        <TextLink href={`/entrants/${slug}?show=${key}#gallery`} className="text-sm">
          {count === 1 ? "The one creation" : `All ${countText(count)} creations`}
        </TextLink>
      </div>
      {example ? (
        <Example {...example} />
      ) : (
        <p className="pt-1 text-ink-2 text-sm">
          Withheld until your battle on this prompt is over, in half an hour at the latest.
        </p>
      )}
    </>
  );
}

function Example({ id, title, errorText }: NonNullable<FailureGroup["example"]>) {
  return (
    <>
      <p className="pt-1 text-ink-2 text-sm">
        For example <TextLink href={`/creations/${id}`}>{title}</TextLink>
      </p>
      {errorText && (
        <pre
          // A box that scrolls must be reachable by keyboard.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
          tabIndex={0}
          className="mt-2 max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunk p-3 text-[13px] text-ink-2"
        >
          {errorText}
        </pre>
      )}
    </>
  );
}
