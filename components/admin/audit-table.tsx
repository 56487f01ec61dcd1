import { timeText } from "@/components/ui/number-text";
import { QuietLink } from "@/components/ui/quiet-link";
import { ACTION_WORDS } from "@/lib/audit/action-words";
import type { AuditEntry } from "@/lib/audit/schema";
import { AdminTable } from "./admin-table";
import { listChanges } from "./audit-changes";
import { managedAddresses } from "./managed-addresses";

/** Who did what, when, and what was before and after, the newest first. */
export function AuditTable({ entries }: { entries: readonly AuditEntry[] }) {
  return (
    <AdminTable
      label="Table of entries"
      columns={["Who and when", "What", "Before and after"]}
      wraps="everywhere"
    >
      {entries.map((entry) => (
        <tr
          key={entry.id}
          className="border-line border-b align-top *:px-4 *:py-2.5 last:border-b-0"
        >
          <td className="max-w-52 break-words">
            {entry.actor}
            <time dateTime={entry.at} className="block text-[13px] text-ink-3">
              {timeText(entry.at)}
            </time>
          </td>
          <td className="min-w-56 max-w-80">
            {ACTION_WORDS[entry.action] ?? entry.action}
            <span className="block break-words text-[13px] text-ink-2">
              <Subject subject={entry.subject} />
            </span>
          </td>
          <td className="min-w-72">
            <Changes entry={entry} />
          </td>
        </tr>
      ))}
    </AdminTable>
  );
}

/** Where what was acted on can be looked at. */
function Subject({ subject }: { subject: string }) {
  const [kind, name = ""] = subject.split(/[ ,]/);
  const link = "underline-offset-4 hover:underline";
  if (kind === "voter")
    return (
      <QuietLink href={{ pathname: "/admin/votes", query: { voter: name } }} className={link}>
        {subject}
      </QuietLink>
    );
  if (kind === "creation")
    return (
      <QuietLink href={managedAddresses(name).page} className={link}>
        {subject}
      </QuietLink>
    );
  return subject;
}

function Changes({ entry }: { entry: AuditEntry }) {
  const changes = listChanges(entry.before, entry.after);
  if (changes.length === 0) return <span className="text-ink-3">Nothing to compare</span>;
  return (
    <dl className="flex flex-col gap-1">
      {changes.map(({ name, before, after, list }) => (
        <div key={name} className="flex flex-wrap gap-x-2">
          <dt className="text-ink-3">{name}</dt>
          <dd className="min-w-0 break-words">
            {list ? (
              <details>
                <summary>{list.length} listed</summary>
                <p className="break-all font-mono text-[13px] text-ink-2">{list.join(" ")}</p>
              </details>
            ) : (
              <>
                {before !== null && <span className="text-ink-2">{before}</span>}
                {before !== null && after !== null && <span aria-hidden="true"> → </span>}
                {before !== null && after !== null && <span className="sr-only"> became </span>}
                {after}
              </>
            )}
          </dd>
        </div>
      ))}
    </dl>
  );
}
