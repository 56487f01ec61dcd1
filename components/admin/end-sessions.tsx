"use client";

import { ActionDialog } from "./action-dialog";

/** Signs somebody out of every browser. */
export function EndSessions({ id, name }: { id: string; name: string }) {
  return (
    <ActionDialog
      trigger="Sign out"
      triggerLabel={`Sign ${name} out everywhere`}
      look="quiet"
      title={`Sign ${name} out everywhere`}
      url={`/api/admin/people/${id}/end-sessions`}
      submit="Sign out"
    >
      <p className="text-ink-2">
        Every browser in which they are signed in asks them to do it again. Their role stays.
      </p>
    </ActionDialog>
  );
}
