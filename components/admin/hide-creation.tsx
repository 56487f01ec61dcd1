import type { ManagedCreation } from "@/lib/admin/creation-schema";
import { ActionDialog } from "./action-dialog";
import { TextField } from "./text-field";

/** Hides a creation, or shows it again. */
export function HideCreation({ creation: { id, hidden } }: { creation: ManagedCreation }) {
  const url = `/api/admin/creations/${id}`;
  return hidden ? (
    <ActionDialog
      key="unhide"
      trigger="Show again"
      title="Show this creation again"
      url={`${url}/unhide`}
      submit="Show again"
    >
      <p className="text-ink-2">It is public and in new battles again.</p>
      <Reason />
    </ActionDialog>
  ) : (
    <ActionDialog
      key="hide"
      trigger="Hide"
      title="Hide this creation"
      url={`${url}/hide`}
      submit="Hide"
    >
      <p className="text-ink-2">
        It is in no new battle, and its page and files answer nobody. Open battles finish and count.
      </p>
      <Reason />
    </ActionDialog>
  );
}

function Reason() {
  return <TextField label="Why" name="reason" required minLength={3} maxLength={300} />;
}
