import { ROLE_WORDS } from "@/components/account/role-words";
import { NOTHING, timeText } from "@/components/ui/number-text";
import type { Person } from "@/lib/admin/people-schema";
import { AdminTable } from "./admin-table";
import { ChangeRole } from "./change-role";
import { EndSessions } from "./end-sessions";

type PersonTableProps = {
  people: readonly Person[];
  label: string;
  /** The reader's own id. */
  own: string;
};

/** People with their role, and how to change it or to sign them out. */
export function PersonTable({ people, label, own }: PersonTableProps) {
  return (
    <AdminTable label={label} columns={["Person", "Role", "Joined", "Last acted"]} hasActions>
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
              <span className="w-20">{ROLE_WORDS[person.role].name}</span>
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
    </AdminTable>
  );
}

function nameOf({ name, email, id }: Person): string {
  return name ?? email ?? id;
}
