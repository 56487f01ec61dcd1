import type { ReactNode } from "react";
import { statusWords } from "@/components/creation/status-words";

const KINDS = { first: "First try", repair: "Repair", critique: "Second look" } as const;

export type ListedAttempt = {
  number: number;
  kind: keyof typeof KINDS;
  status: string;
  errorText: string | null;
  /** What it cost and how long it took, in words. */
  figures?: string;
  /** Where its script is. */
  link?: ReactNode;
};

/** How the script came to work: each attempt and, where it failed, its error. */
export function AttemptList({ attempts }: { attempts: readonly ListedAttempt[] }) {
  return (
    <ol className="flex flex-col gap-2 text-sm">
      {attempts.map(({ number, kind, status, errorText, figures, link }) => (
        <li key={number} className="flex flex-col gap-1">
          <p>
            <span className="text-ink-2 tabular-nums">{number}.</span> {KINDS[kind]} ·{" "}
            <span className={status === "ok" ? "text-good" : "text-bad"}>
              {statusWords(status)}
            </span>
            {link && <> · {link}</>}
          </p>
          {figures && <p className="text-[13px] text-ink-3 tabular-nums">{figures}</p>}
          {errorText && (
            <pre
              // A box that scrolls must be reachable by keyboard.
              // biome-ignore lint/a11y/noNoninteractiveTabindex: the box scrolls
              tabIndex={0}
              className="max-h-40 overflow-auto whitespace-pre-wrap break-words rounded-control bg-sunk p-3 text-[13px] text-ink-2"
            >
              {errorText}
            </pre>
          )}
        </li>
      ))}
    </ol>
  );
}
