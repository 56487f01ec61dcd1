import { AttemptList } from "@/components/reveal/attempt-list";
import { secondsText, usdText } from "@/components/ui/measure-text";
import { countText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { CreationAttempt, CreationDetail } from "@/lib/creation/schema";
import { creationAddresses } from "./creation-address";
import { familyWords } from "./status-words";

/** Every attempt with what it cost, and the way to its script. */
export function CreationAttempts({ creation }: { creation: CreationDetail }) {
  const { id, attempts, script, chosenAttempt, status } = creation;
  const { page } = creationAddresses(id);
  return (
    <section aria-labelledby="attempts">
      <h2 id="attempts" className="pb-3 font-semibold text-[17px]">
        {attempts.length === 1 ? "One attempt" : `${attempts.length} attempts`}
      </h2>
      <AttemptList
        attempts={attempts.map((attempt) => ({
          ...attempt,
          // The last error of a creation that failed stands at the top of the page.
          errorText: status !== "ok" && attempt === attempts.at(-1) ? null : attempt.errorText,
          figures: figuresOf(attempt, attempt.number === chosenAttempt && attempts.length > 1),
          link: attempts.length > 1 && (
            <QuietLink
              href={`${page}?attempt=${attempt.number}#script`}
              aria-current={script?.attempt === attempt.number ? "true" : undefined}
              className="text-ink-2 underline underline-offset-4 hover:text-ink aria-[current]:font-medium aria-[current]:text-ink pointer-coarse:inline-block pointer-coarse:py-3"
            >
              Script<span className="sr-only"> of attempt {attempt.number}</span>
            </QuietLink>
          ),
        }))}
      />
    </section>
  );
}

function figuresOf(attempt: CreationAttempt, isChosen: boolean): string {
  const { failureFamily, seconds, modelSeconds, inputTokens, outputTokens, costUsd, answer } =
    attempt;
  return [
    isChosen && "made the object",
    familyWords(failureFamily),
    modelSeconds !== null && `${secondsText(modelSeconds)} for the answer`,
    seconds !== null && `${secondsText(seconds)} in Blender`,
    inputTokens !== null && `${countText(inputTokens)} tokens in`,
    outputTokens !== null && `${countText(outputTokens)} tokens out`,
    costUsd !== null && usdText(costUsd),
    answer.retries ? `asked again ${timesText(answer.retries)}` : null,
    answer.finishReason && answer.finishReason !== "stop" && `ended by ${answer.finishReason}`,
    ...(answer.warnings ?? []),
  ]
    .filter(Boolean)
    .join(" · ");
}

function timesText(count: number): string {
  return count === 1 ? "once" : `${countText(count)} times`;
}
