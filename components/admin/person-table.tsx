import { NOTHING, timeText } from "@/components/ui/number-text";
import type { Person } from "@/lib/admin/people-schema";
import { ChangeRole } from "./change-role";
import { EndSessions } from "./end-sessions";
import { ROLE_WORDS } from "./role-words";
import { ScrollBox } from "./scroll-box";

type PersonTableProps = {
  people: readonly Person[];
  label: string;
  /** The reader's own id. */
  own: string;
};

/** People with their role, and how to change it or to sign them out. */
export function PersonTable({ people, label, own }: PersonTableProps) {
  return (
    <ScrollBox label={label}>
      <table className="w-full whitespace-nowrap text-left text-sm tabular-nums">
        <thead className="text-ink-2">
          <tr className="border-line border-b *:px-4 *:py-3 *:font-medium">
            <th scope="col">Person</th>
            <th scope="col">Role</th>
            <th scope="col">Joined</th>
            <th scope="col">Last acted</th>
            <td>
              <span className="sr-only">Actions</span>
            </td>
          </tr>
        </thead>
        <tbody>
          {people.map((person) => (
            <tr key={person.id} className="border-line border-b *:px-4 *:py-2.5 last:border-b-0">
              <th scope="row" className="font-medium leading-5">
                {nameOf(person)}
                {person.id === own && <span className="font-normal text-ink-3"> (you)</span>}
                {person.name && person.email && (
                  <span className="block font-normal text-[13px] text-ink-3">{person.email}</span>
                )}
              </th>
              <td>
                <div className="flex items-center gap-3">
                  <span className="w-20">{ROLE_WORDS[person.role]}</span>
                  <ChangeRole id={person.id} name={nameOf(person)} role={person.role} />
                </div>
              </td>
              <td className="text-ink-2">
                <time dateTime={person.joinedAt}>{timeText(person.joinedAt)}</time>
              </td>
              <td className="text-ink-2">
                {person.lastActedAt ? (
                  <time dateTime={person.lastActedAt}>{timeText(person.lastActedAt)}</time>
                ) : (
                  NOTHING
                )}
              </td>
              <td className="text-right">
                <EndSessions id={person.id} name={nameOf(person)} />
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </ScrollBox>
  );
}

function nameOf({ name, email, id }: Person): string {
  return name ?? email ?? id;
}
