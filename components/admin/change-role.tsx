"use client";

import { ROLE_WORDS } from "@/components/account/role-words";
import type { Person } from "@/lib/admin/people-schema";
import { ActionDialog } from "./action-dialog";
import { SelectField } from "./select-field";

type ChangeRoleProps = Pick<Person, "id" | "role"> & { name: string };

/** Gives somebody another role. */
export function ChangeRole({ id, name, role: current }: ChangeRoleProps) {
  return (
    <ActionDialog
      trigger="Change"
      triggerLabel={`Change the role of ${name}`}
      title={`Role of ${name}`}
      url={`/api/admin/people/${id}/role`}
      submit="Change"
    >
      <p className="text-ink-2">It holds from the next thing they do, without signing in anew.</p>
      <SelectField label="Role" name="role" defaultValue={current}>
        {(["voter", "maintainer", "owner"] as const).map((role) => (
          <option key={role} value={role}>
            {ROLE_WORDS[role].name}
          </option>
        ))}
      </SelectField>
    </ActionDialog>
  );
}
