"use client";

import { ENTRANT_STATUSES, type EntrantStatus } from "@/lib/entrant/entrant-status";
import { ActionDialog } from "./action-dialog";
import { ENTRANT_WORDS } from "./entrant-words";
import { SelectField } from "./select-field";
import { TextField } from "./text-field";

type ChangeStatusProps = { slug: string; name: string; status: EntrantStatus };

/** Pauses, retires or activates an entrant. */
export function ChangeStatus({ slug, name, status }: ChangeStatusProps) {
  return (
    <ActionDialog
      trigger="Change"
      triggerLabel={`Change the status of ${name}`}
      title={`Status of ${name}`}
      url={`/api/admin/entrants/${slug}/status`}
      submit="Change"
    >
      <p className="text-ink-2">
        It is {status} now. New battles follow at once; those that are open finish and count.
      </p>
      <SelectField label="Status" name="status" required defaultValue="">
        <option value="" disabled>
          Choose a status
        </option>
        {ENTRANT_STATUSES.filter((other) => other !== status).map((other) => (
          <option key={other} value={other}>
            {ENTRANT_WORDS[other]}
          </option>
        ))}
      </SelectField>
      <TextField label="Why" name="reason" required minLength={3} maxLength={300} />
    </ActionDialog>
  );
}
