import type { Problem } from "@/lib/account/problems";
import { PROBLEM_WORDS } from "./problem-words";
import { RetryCountdown } from "./retry-countdown";

/** What went wrong, in words; `id` is what fields and forms name as their description. */
export function ProblemAlert({ id, problem }: { id: string; problem: Problem }) {
  return (
    <div
      id={id}
      role="alert"
      tabIndex={-1}
      className="rounded-card border border-bad border-l-4 bg-surface px-4 py-3 text-pretty text-[15px] text-ink"
    >
      <p>{PROBLEM_WORDS[problem.code].text}</p>
      {problem.waitSeconds > 0 && <RetryCountdown seconds={problem.waitSeconds} />}
    </div>
  );
}
