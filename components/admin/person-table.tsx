import { NOTHING, timeText } from "@/components/ui/number-text";
import type { Person } from "@/lib/admin/people-schema";
import { ActionDialog } from "./action-dialog";
import { ROLE_WORDS } from "./role-words";
import { ScrollBox } from "./scroll-box";
import { SelectField } from "./select-field";

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
              <td>{ROLE_WORDS[person.role]}</td>
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
              <td>
                <div className="flex justify-end gap-2">
                  <ChangeRole person={person} />
                  <EndSessions person={person} />
                </div>
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

function ChangeRole({ person }: { person: Person }) {
  const name = nameOf(person);
  return (
    <ActionDialog
      trigger="Role"
      triggerLabel={`Change the role of ${name}`}
      title={`Role of ${name}`}
      url={`/api/admin/people/${person.id}/role`}
      submit="Change"
    >
      <p className="text-ink-2">It holds from the next thing they do, without signing in anew.</p>
      <SelectField label="Role" name="role" defaultValue={person.role}>
        {(["voter", "maintainer", "owner"] as const).map((role) => (
          <option key={role} value={role}>
            {ROLE_WORDS[role]}
          </option>
        ))}
      </SelectField>
    </ActionDialog>
  );
}

function EndSessions({ person }: { person: Person }) {
  const name = nameOf(person);
  return (
    <ActionDialog
      trigger="Sign out"
      triggerLabel={`Sign ${name} out everywhere`}
      look="quiet"
      title={`Sign ${name} out everywhere`}
      url={`/api/admin/people/${person.id}/end-sessions`}
      submit="Sign out"
    >
      <p className="text-ink-2">
        Every browser in which they are signed in asks them to do it again. Their role stays.
      </p>
    </ActionDialog>
  );
}
