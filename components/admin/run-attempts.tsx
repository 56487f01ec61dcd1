import { familyWords, statusWords } from "@/components/creation/status-words";
import { secondsText, usdText } from "@/components/ui/measure-text";
import { countText } from "@/components/ui/number-text";
import type { RunAttempt } from "@/lib/admin/creation-schema";

const KINDS = { first: "First try", repair: "Repair", critique: "Second look" } as const;

/** Every attempt of a creation: what came of it, its error, and what it took. */
export function RunAttempts({ attempts }: { attempts: readonly RunAttempt[] }) {
  return (
    <ol className="flex flex-col gap-3 text-sm">
      {attempts.map((attempt) => (
        <li key={attempt.number} className="flex flex-col gap-1">
          <p>
            <span className="text-ink-3 tabular-nums">{attempt.number}.</span> {KINDS[attempt.kind]}
            :{" "}
            <span className={attempt.status === "ok" ? "text-good" : "text-bad"}>
              {statusWords(attempt.status)}
            </span>
            {attempt.failureFamily && (
              <span className="text-ink-2"> ({familyWords(attempt.failureFamily)})</span>
            )}
          </p>
          <p className="text-[13px] text-ink-3 tabular-nums">{effortText(attempt)}</p>
          {attempt.errorText && (
            <pre
              // A box that scrolls must be reachable by keyboard.
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
              tabIndex={0}
              className="max-h-48 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunk p-3 text-[13px] text-ink-2"
            >
              {attempt.errorText}
            </pre>
          )}
        </li>
      ))}
    </ol>
  );
}

function effortText(attempt: RunAttempt): string {
  const { seconds, modelSeconds, inputTokens, outputTokens, costUsd } = attempt;
  const told = [
    modelSeconds !== null && `model ${secondsText(modelSeconds)}`,
    seconds !== null && `bake ${secondsText(seconds)}`,
    inputTokens !== null && `${countText(inputTokens)} tokens in`,
    outputTokens !== null && `${countText(outputTokens)} tokens out`,
    costUsd !== null && usdText(costUsd),
  ].filter(Boolean);
  return told.length > 0 ? told.join(" · ") : "What it took was not recorded";
}
