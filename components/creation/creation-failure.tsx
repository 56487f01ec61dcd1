import type { CreationDetail } from "@/lib/creation/schema";
import { familyWords, statusWords } from "./status-words";

/** Why there is no object: the ending in words, and the last attempt's error as it was. */
export function CreationFailure({ creation }: { creation: CreationDetail }) {
  const last = creation.attempts.at(-1);
  const family = familyWords(last?.failureFamily ?? null);
  return (
    <section
      aria-labelledby="failure"
      className="flex min-w-0 flex-col gap-3 rounded-card border border-line bg-surface p-5 sm:p-6"
    >
      <h2 id="failure" className="font-semibold text-[17px] text-bad">
        {statusWords(creation.status)}
      </h2>
      <p className="text-[15px] text-ink-2">
        There is no object to show or to judge.
        {family && ` The error is of the family “${last?.failureFamily}”: ${family}.`}
      </p>
      {last?.errorText && (
        <pre
          // A box that scrolls must be reachable by keyboard.
          // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
          tabIndex={0}
          className="max-h-96 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunk p-4 text-[13px] text-ink leading-5"
        >
          {last.errorText}
        </pre>
      )}
    </section>
  );
}
