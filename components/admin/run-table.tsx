import { statusWords } from "@/components/creation/status-words";
import { secondsText, usdText } from "@/components/ui/measure-text";
import { countText, NOTHING, timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import type { Run, RunAttempt } from "@/lib/admin/creation-schema";
import { AdminTable } from "./admin-table";
import { managedAddresses } from "./managed-addresses";
import { RunAttempts } from "./run-attempts";

/** Creations as they were made, the newest first, each with its attempts folded. */
export function RunTable({ runs }: { runs: readonly Run[] }) {
  return (
    <AdminTable
      label="Table of creations made lately"
      columns={["Creation", "Ending and attempts"]}
      figures={["Time", "Tokens", "Cost", "Made"]}
      wraps="rows"
    >
      {runs.map((run) => (
        <RunRow key={run.id} run={run} />
      ))}
    </AdminTable>
  );
}

function RunRow({ run }: { run: Run }) {
  const { id, prompt, entrant, track, attempts, costUsd, madeAt } = run;
  const seconds = sum(attempts, ({ seconds, modelSeconds }) => add(seconds, modelSeconds));
  const tokens = sum(attempts, ({ inputTokens, outputTokens }) => add(inputTokens, outputTokens));
  return (
    <tr className="border-line border-b align-top *:px-4 *:py-2.5 last:border-b-0">
      <th scope="row" className="whitespace-nowrap text-left font-medium leading-5">
        <QuietLink href={managedAddresses(id).page} className="underline-offset-4 hover:underline">
          {prompt.title}
        </QuietLink>
        <span className="block font-normal text-[13px] text-ink-2">{entrant.name}</span>
        <span className="block font-normal text-[13px] text-ink-3">{track}</span>
      </th>
      <td className="min-w-72 text-left">
        <Ending run={run} />
      </td>
      <td className="whitespace-nowrap">{secondsText(seconds)}</td>
      <td className="whitespace-nowrap">{tokens === null ? NOTHING : countText(tokens)}</td>
      <td className="whitespace-nowrap">{usdText(costUsd)}</td>
      <td className="whitespace-nowrap text-ink-2">
        <time dateTime={madeAt}>{timeText(madeAt)}</time>
      </td>
    </tr>
  );
}

function Ending({ run: { status, attempts, isWithheld } }: { run: Run }) {
  const words = (
    <span className={status === "ok" ? "text-good" : "text-bad"}>{statusWords(status)}</span>
  );
  if (isWithheld)
    return (
      <>
        {words}
        <span className="block text-[13px] text-ink-3">
          Attempts are withheld until your own battle is over
        </span>
      </>
    );
  return (
    <details>
      <summary className="leading-5">
        {words}
        <span className="text-ink-3">
          {" "}
          {attempts.length === 1 ? "at the first attempt" : `after ${attempts.length} attempts`}
        </span>
      </summary>
      <div className="pt-2">
        <RunAttempts attempts={attempts} />
      </div>
    </details>
  );
}

/** Null when no attempt recorded it. */
function sum(
  attempts: readonly RunAttempt[],
  toFigure: (attempt: RunAttempt) => number | null,
): number | null {
  return attempts.map(toFigure).reduce(add, null);
}

function add(one: number | null, other: number | null): number | null {
  return one === null ? other : one + (other ?? 0);
}
