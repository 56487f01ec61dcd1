import { countText, timeText } from "@/components/ui/number-text";
import type { QueueOverview } from "@/lib/admin/queue-overview";
import { AdminSection } from "./admin-section";
import { AdminTable } from "./admin-table";
import { NothingFound } from "./nothing-found";

const STATES = {
  waiting: "Waiting",
  running: "Running",
  retrying: "To try again",
  failed: "Given up",
} as const;
const LOOKS = {
  waiting: "text-ink-2",
  running: "text-good",
  retrying: "text-warn",
  failed: "text-bad",
} as const;

/** The generation queue: how much waits, and what runs or went wrong. */
export function QueueSection({ queue }: { queue: QueueOverview }) {
  return (
    <AdminSection id="queue" title="Queue">
      {queue ? (
        <>
          <p className="text-[15px] text-ink-2 tabular-nums">{countsText(queue)}</p>
          {queue.jobs.length > 0 && <JobTable jobs={queue.jobs} />}
        </>
      ) : (
        <NothingFound>
          Nothing was put on the queue yet: npm run generate -- --enqueue does that.
        </NothingFound>
      )}
    </AdminSection>
  );
}

function countsText({ counts }: NonNullable<QueueOverview>): string {
  const { waiting, running, retrying, failed, workers } = counts;
  return `${countText(waiting)} waiting, ${countText(running)} running on ${countText(workers)} ${workers === 1 ? "worker" : "workers"}, ${countText(retrying)} to try again, ${countText(failed)} given up.`;
}

function JobTable({ jobs }: Pick<NonNullable<QueueOverview>, "jobs">) {
  return (
    <AdminTable
      label="Table of jobs that run or went wrong"
      columns={["Job", "State", "Tries", "Last error", "Since"]}
      wraps="rows"
    >
      {jobs.map(({ key, state, tries, maxTries, error, at }) => (
        <tr key={key} className="border-line border-b align-top *:px-4 *:py-2.5 last:border-b-0">
          <th scope="row" className="whitespace-nowrap font-medium">
            {key}
          </th>
          <td className={`whitespace-nowrap ${LOOKS[state]}`}>{STATES[state]}</td>
          <td className="whitespace-nowrap">
            {tries} of {maxTries}
          </td>
          <td className="min-w-64 max-w-96 break-words text-ink-2">{error}</td>
          <td className="whitespace-nowrap text-ink-2">
            <time dateTime={at}>{timeText(at)}</time>
          </td>
        </tr>
      ))}
    </AdminTable>
  );
}
